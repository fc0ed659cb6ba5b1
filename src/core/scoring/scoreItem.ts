import type { Points } from '#core/points'
import { success, type Result } from '#core/result'
import { bodyOf, type BodyItem } from '#core/rubric/bodyOf'
import type { RubricItem, UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { Answer, AnswerProblem } from '#core/scoring/answer'
import { applyNotFound, applyRule, leastOfRule } from '#core/scoring/applyRule'
import type { ItemState } from '#core/scoring/itemState'
import type { RuleOutcome, RuleResult } from '#core/scoring/ruleOutcome'

/** What one item brings for one unit. Missing is never zero: a state without points has `points` null. */
export interface ItemScore {
  /**
   * The effective state: notApplicable where the item does not apply to such bodies, or nothing in the answer applied (all elements
   * N/A, a ratio of nothing); pending where nobody of those asked knew, or the result referred to is provisional.
   */
  readonly state: ItemState
  /** Present when scored or notFound, except for a place (R8) that waits for the other units of the group. */
  readonly points: Points | null
  /** What the item can still bring: points twice when settled, when open [minimum, M] or within it, null when it does not apply. */
  readonly range: { readonly low: Points; readonly high: Points } | null
  /** The rule with its values filled in; null without points. */
  readonly formula: string | null
}

/**
 * Scores one item from its state and answer. `year` is the report year (deadlines count from it); the unit's kind and level choose
 * rule, full marks and whether the item applies at all. An answer that does not fit the rule is refused, never repaired.
 * @example scoreItem(C1, county, 2024, 'scored', {kind: 'level', level: 'fact'}).value.points // 2.1
 */
export function scoreItem(
  item: RubricItem,
  unit: { readonly kind: UnitKind; readonly level: UnitLevel },
  year: number,
  state: ItemState,
  answer: Answer | null,
): Result<ItemScore, AnswerProblem> {
  return scoreBodyItem(bodyOf(item, unit), year, state, answer)
}

/** The same for an item whose variant has been resolved. */
export function scoreBodyItem(body: BodyItem, year: number, state: ItemState, answer: Answer | null): Result<ItemScore, AnswerProblem> {
  if (!body.applies || state === 'notApplicable') return success(notApplicable)
  const result = outcomeOf(body, year, state, answer)
  if (result === null) return success(openScore(body, state === 'pending' ? 'pending' : 'unscored'))
  return result.ok ? success(scoreOf(body, state, result.value)) : result
}

/** An item whose points are not known: it can bring anything that its rule can. */
export function openScore(body: BodyItem, state: ItemState): ItemScore {
  return { state, points: null, range: { low: leastOfRule(body.rule, body.full), high: body.full }, formula: null }
}

const notApplicable: ItemScore = { state: 'notApplicable', points: null, range: null, formula: null }

function outcomeOf({ rule, full }: BodyItem, year: number, state: ItemState, answer: Answer | null): RuleResult | null {
  if (state === 'notFound') return applyNotFound(rule, full)
  return state === 'scored' && answer ? applyRule(rule, full, year, answer) : null
}

function scoreOf(body: BodyItem, state: ItemState, outcome: RuleOutcome): ItemScore {
  switch (outcome.kind) {
    case 'points':
      return { state, points: outcome.points, range: { low: outcome.points, high: outcome.points }, formula: outcome.formula }
    case 'notApplicable':
      return notApplicable
    case 'unanswered':
      return openScore(body, 'pending')
    case 'unplaced':
      return openScore(body, state)
    case 'between':
      return { state: 'pending', points: null, range: { low: outcome.low, high: outcome.high }, formula: null }
  }
}
