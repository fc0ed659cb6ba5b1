import { addPoints, clampPoints, comparePoints, dividePoints, multiplyPoints, pointsOf, subtractPoints, writeExact, zeroPoints, type Points } from '#core/points'
import type { IntervalRule } from '#core/rubric/rubric'
import { gives, isAmount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R7 区间: y of the break points, linear between them or in steps, flat outside the ends; it may rise and fall again. Steps hold on
 * [lo, hi) unless declared right-closed, (lo, hi]. Source: METHOD §4, §6A.5.
 * @example breaks 2 → 0, 8 → 2: x = 3.8 // 0 + (3.8 − 2) ÷ (8 − 2) × 2 = 0.6
 */
export function scoreInterval(rule: IntervalRule, full: Points, value: number): RuleResult {
  if (!isAmount(value)) return refuses({ kind: 'not-a-number', name: 'value' })
  const x = pointsOf(value)
  const breaks = rule.breaks.map((point) => ({ x: pointsOf(point.x), y: clampPoints(pointsOf(point.y), zeroPoints, full) }))
  const rightClosed = rule.shape === 'step' && rule.closed === 'right'
  const above = breaks.findIndex((point) => (rightClosed ? comparePoints(x, point.x) <= 0 : comparePoints(x, point.x) < 0))
  const first = breaks[0]
  const last = breaks.at(-1)
  if (!first || !last) return refuses({ kind: 'wrong-rule', expected: 'interval' })
  if (above === 0) return gives(first.y, `${value} ${rightClosed ? '≤' : '<'} ${writeExact(first.x)} → ${writeExact(first.y)}`)
  if (above === -1) return gives(last.y, `${value} ${rightClosed ? '>' : '≥'} ${writeExact(last.x)} → ${writeExact(last.y)}`)
  const from = breaks[above - 1] as { x: Points; y: Points }
  const to = breaks[above] as { x: Points; y: Points }
  if (rule.shape === 'step' || comparePoints(from.y, to.y) === 0) {
    const signs = rightClosed ? ['<', '≤'] : ['≤', '<']
    return gives(from.y, `${writeExact(from.x)} ${signs[0]} ${value} ${signs[1]} ${writeExact(to.x)} → ${writeExact(from.y)}`)
  }
  const rise = subtractPoints(to.y, from.y)
  const points = addPoints(from.y, multiplyPoints(dividePoints(subtractPoints(x, from.x), subtractPoints(to.x, from.x)), rise))
  const signed = comparePoints(rise, zeroPoints) < 0 ? `(${writeExact(rise)})` : writeExact(rise)
  return gives(points, `${writeExact(from.y)} + (${value} − ${writeExact(from.x)}) ÷ (${writeExact(to.x)} − ${writeExact(from.x)}) × ${signed} = ${writeExact(points)}`)
}

/** The least of the break points' y, held within [0, M]. */
export function leastOfInterval(rule: IntervalRule, full: Points): Points {
  return rule.breaks.map((point) => clampPoints(pointsOf(point.y), zeroPoints, full)).reduce((low, y) => (comparePoints(y, low) < 0 ? y : low), full)
}
