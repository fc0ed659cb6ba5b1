import type { Points } from '#core/points'
import { success, type Result } from '#core/result'
import { fullOf } from '#core/rubric/fullOf'
import { ruleFor } from '#core/rubric/ruleFor'
import type { RubricItem, UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { Answer, AnswerProblem } from '#core/scoring/answer'
import { applyNotFound, applyRule, leastOfRule } from '#core/scoring/applyRule'
import type { ItemState } from '#core/scoring/itemState'
import type { RuleResult } from '#core/scoring/ruleOutcome'

/** What one item brings for one unit. Missing is never zero: a state without points has `points` null. */
export interface ItemScore {
  /** The effective state: an answer under which nothing applied (all elements N/A, a ratio of nothing) is notApplicable. */
  readonly state: ItemState
  /** Present when scored or notFound. */
  readonly points: Points | null
  /** What the item can still bring: points twice when settled, [minimum, M] when open, null when it does not apply. */
  readonly range: { readonly low: Points; readonly high: Points } | null
  /** The rule with its values filled in; null without points. */
  readonly formula: string | null
}

/**
 * Scores one item from its state and answer. `year` is the report year (deadlines count from it); the unit's kind and level choose
 * the rule's variant. An answer that does not fit the rule is refused, never repaired.
 * @example scoreItem(C1, county, 2024, 'scored', {kind: 'level', level: 'fact'}).value.points // 2.1
 */
export function scoreItem(
  item: RubricItem,
  unit: { readonly kind: UnitKind; readonly level: UnitLevel },
  year: number,
  state: ItemState,
  answer: Answer | null,
): Result<ItemScore, AnswerProblem> {
  const full = fullOf(item)
  const rule = ruleFor(item, unit)
  if (state === 'notApplicable') return success({ state, points: null, range: null, formula: null })
  if (state === 'notFound') return settled(state, applyNotFound(rule, full))
  if (state === 'scored' && answer) return settled(state, applyRule(rule, full, year, answer))
  const open: ItemState = state === 'pending' ? 'pending' : 'unscored'
  return success({ state: open, points: null, range: { low: leastOfRule(rule, full), high: full }, formula: null })
}

function settled(state: ItemState, result: RuleResult): Result<ItemScore, AnswerProblem> {
  if (!result.ok) return result
  if (result.value.kind === 'notApplicable') return success({ state: 'notApplicable', points: null, range: null, formula: null })
  const { points, formula } = result.value
  return success({ state, points, range: { low: points, high: points }, formula })
}
