import { comparePoints, dividePoints, makePoints, maxPoints, minPoints, multiplyPoints, pointsOf, subtractPoints, sumPoints, type Points } from '#core/points'
import { packAnswer } from '#core/records/packAnswer'
import type { Rule, RuleKind, ScaleRule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemScore } from '#core/scoring/scoreItem'

/** One assessor's judgement of an item: what was answered, and what it brings. */
export interface AssessorScore {
  readonly score: ItemScore
  readonly answer: Answer | null
}

/**
 * Why the committee must settle an item: mixed-states: 不适用 against points. answers-differ: a fact cannot be averaged. levels-apart: two levels
 * or more. points-apart: more than a fifth of M. no-consensus: consensus was asked for.
 */
export type RulingReason = 'mixed-states' | 'answers-differ' | 'levels-apart' | 'points-apart' | 'no-consensus'

/** Facts, not judgements: different answers cannot both be right (METHOD §6A.14). */
export const objectiveRules: ReadonlySet<RuleKind> = new Set(['passFail', 'ratio', 'count', 'interval', 'byRank', 'timeliness', 'reference'])

/**
 * Whether the assessors' answers on one item need a ruling, and why (METHOD §6A.14–16, §6A.34). Answers are compared as given, not by the
 * points they bring: not found is another answer than a level of 0. Open answers are missing, not different. Null: none is needed.
 * @example R1, levels 0 and 2 of four // 'levels-apart'
 */
export function needsRuling(rule: Rule, full: Points, entries: readonly AssessorScore[]): RulingReason | null {
  const answered = entries.filter(({ score }) => score.state === 'scored' || score.state === 'notFound')
  if (answered.length > 0 && entries.some(({ score }) => score.state === 'notApplicable')) return 'mixed-states'
  if (answered.length < 2) return null
  if (objectiveRules.has(rule.kind)) return new Set(answered.map(asGiven)).size > 1 ? 'answers-differ' : null
  if (rule.kind === 'level' || rule.kind === 'scale') return spread(answered.flatMap((entry) => levelOf(rule, entry) ?? []), pointsOf(2)) >= 0 ? 'levels-apart' : null
  const points = answered.flatMap(({ score }) => score.points ?? [])
  return spread(points, multiplyPoints(full, makePoints(1n, 5n))) > 0 ? 'points-apart' : null
}

function asGiven({ score, answer }: AssessorScore): string {
  return score.state === 'notFound' || !answer ? score.state : packAnswer(answer)
}

/** Position among levels or steps, counted from 0; of several answers on a scale the mean position. */
function levelOf(rule: Extract<Rule, { kind: 'level' | 'scale' }>, { score, answer }: AssessorScore): Points | null {
  if (rule.kind === 'level') {
    if (score.state === 'notFound') return pointsOf(0)
    const at = answer?.kind === 'level' ? rule.levels.findIndex(({ id }) => id === answer.level) : -1
    return at < 0 ? null : pointsOf(at)
  }
  return answer?.kind === 'scale' ? meanPosition(rule, answer.counts) : null
}

function meanPosition(rule: ScaleRule, counts: Readonly<Record<string, number>>): Points | null {
  const given = rule.steps.map(({ value }) => (Object.hasOwn(counts, String(value)) ? (counts[String(value)] ?? 0) : 0))
  const n = given.reduce((sum, count) => sum + count, 0)
  return n === 0 ? null : dividePoints(sumPoints(given.map((count, index) => pointsOf(count * index))), pointsOf(n))
}

/** Whether highest less lowest lies below (−1), at (0) or above (1) the limit; of nothing below. */
function spread(values: readonly Points[], limit: Points): -1 | 0 | 1 {
  if (values.length === 0) return -1
  return comparePoints(subtractPoints(values.reduce(maxPoints), values.reduce(minPoints)), limit)
}
