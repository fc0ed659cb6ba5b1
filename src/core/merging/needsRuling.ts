import { comparePoints, dividePoints, makePoints, maxPoints, minPoints, multiplyPoints, pointsOf, subtractPoints, sumPoints, writeFraction, zeroPoints, type Points } from '#core/points'
import { mixesSources } from '#core/merging/unsignedSources'
import { packAnswer } from '#core/records/packAnswer'
import type { Rule, RuleKind, ScaleRule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemScore } from '#core/scoring/scoreItem'
import { readExact } from '#core/scoring/scoreReference'

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

/** Facts, not judgements: different answers cannot both be right (METHOD §6A.14). A veto brings no points that could be averaged. */
export const objectiveRules: ReadonlySet<RuleKind> = new Set(['passFail', 'ratio', 'count', 'interval', 'byRank', 'timeliness', 'reference', 'veto'])

/**
 * Whether the assessors' answers on one item need a ruling, and why (METHOD §6A.14–16, §6A.34). Answers are compared as given, not by the
 * points they bring: not found is another answer than a level of 0, one of two than two of four. Open answers are missing, not different;
 * those that a formula leaves out are answers. Null: none is needed.
 * @example R1, levels 0 and 2 of four // 'levels-apart'
 */
export function needsRuling(rule: Rule, full: Points, entries: readonly AssessorScore[]): RulingReason | null {
  const answered = entries.filter(hasAnswered)
  if (answered.length > 0 && entries.some(({ score }) => score.state === 'notApplicable')) return 'mixed-states'
  if (mixesSources(rule, entries)) return 'mixed-states'
  if (objectiveRules.has(rule.kind)) {
    const given = entries.filter((entry) => hasAnswered(entry) || (entry.score.state === 'notApplicable' && entry.answer !== null))
    return new Set(given.map(asGiven)).size > 1 ? 'answers-differ' : null
  }
  if (answered.length < 2) return null
  if (rule.kind === 'level' || rule.kind === 'scale') return spread(answered.flatMap((entry) => levelOf(rule, entry) ?? []), pointsOf(2)) >= 0 ? 'levels-apart' : null
  const points = answered.flatMap(({ score }) => score.points ?? [])
  return spread(points, multiplyPoints(full, makePoints(1n, 5n))) > 0 ? 'points-apart' : null
}

export function hasAnswered({ score }: AssessorScore): boolean {
  return score.state === 'scored' || score.state === 'notFound'
}

/** An answer as text: the same for what says the same. A kind of event that is left out happened no times; a result is the number it is. */
export function asGiven({ score, answer }: AssessorScore): string {
  if (score.state === 'notFound' || !answer) return score.state
  if (answer.kind === 'count' || answer.kind === 'deduct') return packAnswer({ ...answer, events: Object.fromEntries(Object.entries(answer.events).filter(([, count]) => count > 0)) })
  if (answer.kind !== 'reference') return packAnswer(answer)
  const ends = 'low' in answer ? [answer.low, answer.high] : ['exact' in answer ? answer.exact : String(answer.score)]
  return ends.map((end) => writeFraction(readExact(end) ?? zeroPoints)).join('–')
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
