import {
  clampPoints, comparePoints, dividePoints, equalPoints, maxPoints, minPoints, multiplyPoints, pointsOf, subtractPoints, writeExact, zeroPoints, type Points,
} from '#core/points'
import type { ByRankRule } from '#core/rubric/rubric'
import { gives, givesNothingYet, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R8 排名赋分: points by place among `values`, those of the units of the ranking group that take a place (this unit's own among
 * them). Ties share the better place. By table: points of the place, beyond the table 0. By step: M less `step` for every place behind
 * the first, not below 0. Proportional: M × value ÷ best, where low is best M × best ÷ value; best ≤ 0 → 0. Who takes a place and when
 * is placeByRank's question. Source: METHOD §4, §6A.24, §6A.37.
 * @example best 40, value 30, M = 6, proportional // 6 × 30 ÷ 40 = 4.5
 */
export function scoreByRank(rule: ByRankRule, full: Points, value: Points, values: readonly Points[]): RuleResult {
  const { award } = rule
  if (award.kind === 'proportional') return scoreByShare(rule.best, full, value, values)
  const place = 1 + values.filter((other) => (rule.best === 'high' ? comparePoints(other, value) > 0 : comparePoints(other, value) < 0)).length
  if (award.kind === 'table') {
    const points = award.points[place - 1]
    const given = points === undefined ? zeroPoints : minPoints(pointsOf(points), full)
    return gives(given, `#${place} / ${values.length} → ${writeExact(given)}`)
  }
  const step = pointsOf(award.step)
  const left = subtractPoints(full, multiplyPoints(pointsOf(place - 1), step))
  const given = maxPoints(zeroPoints, left)
  const difference = `${writeExact(full)} − (${place} − 1) × ${writeExact(step)}`
  return gives(given, `#${place} / ${values.length} → ${equalPoints(given, left) ? difference : `max(0, ${difference})`} = ${writeExact(given)}`)
}

/** For one unit alone the answer is sound or refused, and brings no points before the group is in. Values may be negative. */
export function awaitPlace(value: unknown): RuleResult {
  return typeof value === 'number' && Number.isFinite(value) ? givesNothingYet('unplaced') : refuses({ kind: 'not-a-number', name: 'value' })
}

/** The least that a place can bring; below zero only in a bonus that takes points for the last places. */
export function leastByRank({ award }: ByRankRule): Points {
  return award.kind === 'table' ? award.points.map((points) => pointsOf(points)).reduce(minPoints, zeroPoints) : zeroPoints
}

function scoreByShare(direction: ByRankRule['best'], full: Points, value: Points, values: readonly Points[]): RuleResult {
  const best = values.reduce(direction === 'high' ? maxPoints : minPoints, value)
  if (comparePoints(best, zeroPoints) <= 0) return gives(zeroPoints, `${writeExact(best)} ≤ 0 → 0`)
  const [dividend, divisor] = direction === 'high' ? [value, best] : [best, value]
  const points = clampPoints(multiplyPoints(full, dividePoints(dividend, divisor)), zeroPoints, full)
  return gives(points, `${writeExact(full)} × ${writeExact(dividend)} ÷ ${writeExact(divisor)} = ${writeExact(points)}`)
}
