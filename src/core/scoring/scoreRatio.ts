import { clampPoints, comparePoints, dividePoints, equalPoints, multiplyPoints, pointsOf, subtractPoints, writeExact, zeroPoints, type Points } from '#core/points'
import type { RatioRule } from '#core/rubric/rubric'
import { doesNotApply, gives, isAmount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

const one: Points = { numerator: 1n, denominator: 1n }

/**
 * R5 比例: M × clamp((n ÷ d − zeroAt) ÷ (fullAt − zeroAt)) to [0, 1]. Thresholds are shares; fullAt below zeroAt makes a falling rule.
 * Denominator 0 → as `onEmpty` says (default: does not apply). Source: METHOD §4, §6A.4.
 * @example zeroAt 0.7, fullAt 0.95, 86.2 ÷ 100, M = 3 // 3 × 16.2 ÷ 25 = 1.944
 */
export function scoreRatio(rule: RatioRule, full: Points, numerator: number, denominator: number): RuleResult {
  if (!isAmount(numerator)) return refuses({ kind: 'not-a-number', name: 'numerator' })
  if (!isAmount(denominator)) return refuses({ kind: 'not-a-number', name: 'denominator' })
  if (denominator === 0) {
    return rule.onEmpty === 'zero' ? gives(zeroPoints, `${numerator} ÷ 0 → 0`) : doesNotApply()
  }
  const low = pointsOf(rule.zeroAt)
  const width = subtractPoints(pointsOf(rule.fullAt), low)
  const share = dividePoints(pointsOf(numerator), pointsOf(denominator))
  const rate = dividePoints(subtractPoints(share, low), width)
  const points = multiplyPoints(full, clampPoints(rate, zeroPoints, one))
  const quotient = `${numerator} ÷ ${denominator}`
  const plain = low.numerator === 0n && equalPoints(width, one)
  const inside = plain ? quotient : `(${quotient} − ${writeExact(low)}) ÷ ${comparePoints(width, zeroPoints) < 0 ? `(${writeExact(width)})` : writeExact(width)}`
  return gives(points, `${writeExact(full)} × ${equalPoints(clampPoints(rate, zeroPoints, one), rate) ? inside : `clamp(${inside})`} = ${writeExact(points)}`)
}
