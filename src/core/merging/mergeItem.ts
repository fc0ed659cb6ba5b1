import { mergePoints, type MergeRule } from '#core/merging/mergePoints'
import { asGiven, hasAnswered, needsRuling, objectiveRules, type AssessorScore, type RulingReason } from '#core/merging/needsRuling'
import { unsignedSources } from '#core/merging/unsignedSources'
import { clampPoints, zeroPoints, type Points } from '#core/points'
import type { BodyItem } from '#core/rubric/bodyOf'
import type { Answer } from '#core/scoring/answer'
import { openScore, type ItemScore } from '#core/scoring/scoreItem'

/** What an assigned assessor holds on the item; 'unscored' is a missing answer. */
export interface AssignedScore extends AssessorScore {
  readonly chair: boolean
  /** Recused from the unit: leaves n, and is not missing. */
  readonly recused: boolean
}

/** What the committee settled: points, held within [0, M]; that the item does not apply; or whether a veto is established. */
export type ItemRuling =
  | { readonly kind: 'points'; readonly points: Points }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'veto'; readonly applies: boolean }

export interface MergedItem {
  readonly score: ItemScore
  /** The one answer that all who answered gave, or that was ruled: places (R8) and vetoes are read from it. Null where there is none. */
  readonly answer: Answer | null
  /** Valid answers in the merge. */
  readonly n: number
  readonly ruling: RulingReason | null
  /** Trimmed mean of fewer than 5 answers: the plain mean was taken. */
  readonly tooFewToTrim: boolean
  /** 不适用, of the item or of one of its sources, that nobody has countersigned yet. */
  readonly countersignatureMissing: boolean
}

/**
 * Several assessors on one item become one score (METHOD §5.4, §6A.6, §6A.12–17, §6A.26, §6A.31–35). Missing is never zero.
 *
 * What the rubric leaves out for such bodies stays out. A ruling beats any merge. Under 'chair' only the chair's entry counts. An item that
 * needs a ruling is pending until it is ruled. 不适用 holds when a second assessor's entry countersigns it, or the only assessor gave it;
 * where a formula says so (all elements N/A, a ratio of nothing) no signature is needed, but everybody's answer is. A missing answer counts
 * as the rule's minimum, then as M; on an objective item it leaves the whole item open. Recusal, and a scale on which an assessor knew
 * nothing, leave n.
 */
export function mergeItem(body: BodyItem, rule: MergeRule, assigned: readonly AssignedScore[], settled: ItemRuling | null = null): MergedItem {
  if (!body.applies) return alone(apart, 0)
  if (settled) return ruledItem(body, settled)
  if (rule === 'chair') {
    const chair = assigned.find((entry) => entry.chair && !entry.recused)
    return { ...alone(chair?.score ?? openScore(body, 'unscored'), chair ? 1 : 0), answer: chair?.answer ?? null }
  }
  const entries = countedEntries(body, assigned)
  const answered = entries.filter(hasAnswered)
  const ruling = needsRuling(body.rule, body.full, entries)
  if (ruling) return { ...alone(openScore(body, 'pending'), answered.length), ruling }
  const leftOut = entries.filter(({ score }) => score.state === 'notApplicable')
  if (leftOut.length > 0) return mergeApart(body, leftOut, entries.length)
  const answer = commonAnswer(entries)
  if (answered.length === 0) return { ...alone(openOfAll(body, entries, answer), 0), answer }
  if (unsignedSources(body.rule, entries)) return { ...alone(openScore(body, 'pending'), answered.length), countersignatureMissing: true }
  const missing = entries.length - answered.length
  if (missing > 0 && (objectiveRules.has(body.rule.kind) || rule === 'consensus')) return alone(openScore(body, 'pending'), answered.length)
  // A place waits for the other units: all gave the same value, and there are no points yet to merge.
  if (answered.some(({ score }) => score.points === null)) return { ...alone((answered[0] as AssignedScore).score, answered.length), answer }
  return { ...mergeAnswers(body, rule, answered, missing), answer }
}

/** Who counts: not the recused, nor who knew nothing; and where nobody claims a veto, not those who recorded nothing (decision 0011). */
function countedEntries(body: BodyItem, assigned: readonly AssignedScore[]): AssignedScore[] {
  const entries = assigned.filter((entry) => !entry.recused && !knewNothing(entry))
  const recorded = entries.filter(({ score }) => score.state !== 'unscored')
  const claimed = entries.some(({ answer }) => answer?.kind === 'veto' && answer.applies)
  return body.rule.kind === 'veto' && !claimed && recorded.length > 0 ? recorded : entries
}

/** Nobody has points: unscored where nobody has begun; what one assessor alone, or all alike, know of a provisional result stays known. */
function openOfAll(body: BodyItem, entries: readonly AssignedScore[], answer: Answer | null): ItemScore {
  const [first] = entries
  if (first && (entries.length === 1 || answer)) return first.score
  return openScore(body, first && entries.every(({ score }) => score.state === 'unscored') ? 'unscored' : 'pending')
}

/** Null while one is missing, or where answers that may be merged are different. */
function commonAnswer(entries: readonly AssignedScore[]): Answer | null {
  const [first] = entries
  if (!first?.answer || entries.some((entry) => entry.answer === null)) return null
  return new Set(entries.map(asGiven)).size === 1 ? first.answer : null
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

/**
 * All answers that are there say 不适用. Given as a state it needs a second one where several assess; where a formula gives it, it needs
 * none, but a missing answer may still say otherwise.
 */
function mergeApart(body: BodyItem, leftOut: readonly AssignedScore[], entryCount: number): MergedItem {
  const stated = leftOut.some(({ answer }) => answer === null)
  if (leftOut.length === entryCount && (entryCount === 1 || !stated)) return alone(apart, 0)
  if (stated && leftOut.length >= 2) return alone(apart, 0)
  return { ...alone(openScore(body, 'pending'), 0), countersignatureMissing: stated }
}

const apart: ItemScore = { state: 'notApplicable', points: null, range: null, formula: null }

function alone(score: ItemScore, n: number): MergedItem {
  return { score, answer: null, n, ruling: null, tooFewToTrim: false, countersignatureMissing: false }
}

function ruledItem(body: BodyItem, ruling: ItemRuling): MergedItem {
  if (ruling.kind === 'notApplicable') return alone(apart, 1)
  const points = ruling.kind === 'points' ? clampPoints(ruling.points, zeroPoints, body.full) : zeroPoints
  const score: ItemScore = { state: 'scored', points, range: { low: points, high: points }, formula: null }
  return { ...alone(score, 1), answer: ruling.kind === 'veto' ? { kind: 'veto', applies: ruling.applies } : null }
}

/** 不了解: an answer on the scale without a valid one leaves n; a pending answer is missing. */
function knewNothing({ score, answer }: AssignedScore): boolean {
  return answer?.kind === 'scale' && score.state === 'pending' && answer.unknown > 0
}
