import { mergePoints, type MergeRule } from '#core/merging/mergePoints'
import { needsRuling, objectiveRules, type AssessorScore, type RulingReason } from '#core/merging/needsRuling'
import { clampPoints, zeroPoints, type Points } from '#core/points'
import type { BodyItem } from '#core/rubric/bodyOf'
import { openScore, type ItemScore } from '#core/scoring/scoreItem'

/** What an assigned assessor holds on the item; 'unscored' is a missing answer. */
export interface AssignedScore extends AssessorScore {
  readonly chair: boolean
  /** Recused from the unit: leaves n, and is not missing. */
  readonly recused: boolean
}

/** What the committee settled: points, held within [0, M], or that the item does not apply. */
export type ItemRuling = { readonly kind: 'points'; readonly points: Points } | { readonly kind: 'notApplicable' }

export interface MergedItem {
  readonly score: ItemScore
  /** Valid answers in the merge. */
  readonly n: number
  readonly ruling: RulingReason | null
  /** Trimmed mean of fewer than 5 answers: the plain mean was taken. */
  readonly tooFewToTrim: boolean
  /** 不适用 that nobody has countersigned yet. */
  readonly countersignatureMissing: boolean
}

/**
 * Several assessors on one item become one score (METHOD §5.4, §6A.6, §6A.12–17, §6A.31–35). Missing is never zero.
 *
 * A ruling beats any merge. Under 'chair' only the chair's entry counts. An item that needs a ruling is pending until it is ruled. 不适用
 * holds when a second assessor's entry countersigns it, or the only assessor gave it. A missing answer counts as the rule's minimum, then
 * as M; on an objective item it leaves the whole item open. Recusal, and a scale on which an assessor knew nothing, leave n.
 */
export function mergeItem(body: BodyItem, rule: MergeRule, assigned: readonly AssignedScore[], settled: ItemRuling | null = null): MergedItem {
  if (settled) return alone(ruled(body, settled), 1)
  if (!body.applies) return alone(apart, 0)
  if (rule === 'chair') {
    const chair = assigned.find((entry) => entry.chair && !entry.recused)
    return alone(chair?.score ?? openScore(body, 'unscored'), chair ? 1 : 0)
  }
  const entries = assigned.filter((entry) => !entry.recused && !knewNothing(entry))
  const answered = entries.filter(({ score }) => score.points !== null)
  const ruling = needsRuling(body.rule, body.full, entries)
  if (ruling) return { ...alone(openScore(body, 'pending'), answered.length), ruling }
  const apartCount = entries.filter(({ score }) => score.state === 'notApplicable').length
  if (apartCount > 0) return mergeApart(body, apartCount, entries.length)
  if (answered.length === 0) return alone(openScore(body, entries.length > 0 && entries.every(({ score }) => score.state === 'unscored') ? 'unscored' : 'pending'), 0)
  const missing = entries.length - answered.length
  if (missing > 0 && (objectiveRules.has(body.rule.kind) || rule === 'consensus')) return alone(openScore(body, 'pending'), answered.length)
  return mergeAnswers(body, rule, answered, missing)
}

function mergeAnswers(body: BodyItem, rule: MergeRule, answered: readonly AssignedScore[], missing: number): MergedItem {
  const points = answered.map(({ score }) => score.points as Points)
  const open = openScore(body, 'pending')
  const end = (value: Points) => mergePoints([...points, ...Array.from({ length: missing }, () => value)], rule)
  const [low, high] = [end(open.range?.low ?? zeroPoints), end(body.full)]
  if (low.kind !== 'points' || high.kind !== 'points') return { ...alone(open, answered.length), ruling: 'no-consensus' }
  const tooFewToTrim = low.tooFewToTrim
  if (missing > 0) return { ...alone({ ...open, range: { low: low.points, high: high.points } }, answered.length), tooFewToTrim }
  const state = answered.every(({ score }) => score.state === 'notFound') ? 'notFound' : 'scored'
  const formula = answered.length === 1 ? (answered[0]?.score.formula ?? null) : null
  return { ...alone({ state, points: low.points, range: { low: low.points, high: low.points }, formula }, answered.length), tooFewToTrim }
}

/** All answers that are there say 不适用; where several assess, a second one must. */
function mergeApart(body: BodyItem, apartCount: number, entryCount: number): MergedItem {
  if (apartCount >= 2 || entryCount === 1) return alone(apart, 0)
  return { ...alone(openScore(body, 'pending'), 0), countersignatureMissing: true }
}

const apart: ItemScore = { state: 'notApplicable', points: null, range: null, formula: null }

function alone(score: ItemScore, n: number): MergedItem {
  return { score, n, ruling: null, tooFewToTrim: false, countersignatureMissing: false }
}

function ruled(body: BodyItem, ruling: ItemRuling): ItemScore {
  if (ruling.kind === 'notApplicable') return apart
  const points = clampPoints(ruling.points, zeroPoints, body.full)
  return { state: 'scored', points, range: { low: points, high: points }, formula: null }
}

/** 不了解: an answer on the scale without a valid one leaves n; a pending answer is missing. */
function knewNothing({ score, answer }: AssignedScore): boolean {
  return answer?.kind === 'scale' && score.state === 'pending' && answer.unknown > 0
}
