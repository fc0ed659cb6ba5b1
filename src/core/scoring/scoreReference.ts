import { comparePoints, dividePoints, makePoints, minPoints, multiplyPoints, pointsOf, writeExact, type Points } from '#core/points'
import type { ReferenceRule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { gives, givesBetween, isAmount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

const one = pointsOf(1)

/**
 * R15 引用: M × min(1, total ÷ full) of another rubric's final total, unrounded where it comes from this program ("1234/25"), as
 * printed where it comes from outside. A provisional result passes its range on: the item is pending, between M × low ÷ full and
 * M × high ÷ full. One that is missing or suspended is the state 待核, not an answer; an invalid one is a score of 0. Source: METHOD §4,
 * §6A.25.
 * @example 73.69 of 100, M = 3 // 3 × 73.69 ÷ 100 = 2.2107, shown 2.211; between 72.1 and 75.3 // pending, 2.163 … 2.259
 */
export function scoreReference(rule: ReferenceRule, full: Points, answer: Extract<Answer, { kind: 'reference' }>): RuleResult {
  if ('low' in answer) return scoreBetween(rule, full, readExact(answer.low), readExact(answer.high))
  const total = 'exact' in answer ? readExact(answer.exact) : isAmount(answer.score) ? pointsOf(answer.score) : null
  if (total === null) return refuses({ kind: 'not-a-number', name: 'score' })
  const share = dividePoints(total, pointsOf(rule.full))
  const points = multiplyPoints(full, minPoints(one, share))
  const quotient = `${writeExact(total)} ÷ ${writeExact(pointsOf(rule.full))}`
  return gives(points, `${writeExact(full)} × ${minPoints(one, share) === share ? quotient : `min(1, ${quotient})`} = ${writeExact(points)}`)
}

function scoreBetween(rule: ReferenceRule, full: Points, low: Points | null, high: Points | null): RuleResult {
  if (low === null || high === null || comparePoints(low, high) > 0) return refuses({ kind: 'not-a-number', name: 'score' })
  const worth = (total: Points): Points => multiplyPoints(full, minPoints(one, dividePoints(total, pointsOf(rule.full))))
  return givesBetween(worth(low), worth(high))
}

/** An exact value as it is written: "25", "73.69", "1234/25"; null for anything else, negative values included. */
export function readExact(text: unknown): Points | null {
  const parts = typeof text === 'string' ? /^(\d{1,400})(?:\.(\d{1,400})|\/(\d{1,400}))?$/.exec(text) : null
  if (!parts) return null
  const [, whole = '', fraction, denominator] = parts
  if (denominator === undefined) return pointsOf(fraction === undefined ? whole : `${whole}.${fraction}`)
  return BigInt(denominator) === 0n ? null : makePoints(BigInt(whole), BigInt(denominator))
}
