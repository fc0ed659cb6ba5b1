import { clampPoints, dividePoints, multiplyPoints, pointsOf, sumPoints, writeExact, zeroPoints, type Points } from '#core/points'
import type { ItemMeanRule } from '#core/rubric/rubric'
import { doesNotApply, gives, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R9 逐条均值: M × the mean of the sub-items' shares. No sub-items → as `onEmpty` says (default zero). Source: METHOD §4, §6A.4.
 * @example M = 5, three problems at 0, 0.5, 0.5 // 5 × (0 + 0.5 + 0.5) ÷ 3 = 5/3, shown 1.67
 */
export function scoreItemMean(rule: ItemMeanRule, full: Points, marks: readonly string[]): RuleResult {
  const shares: Points[] = []
  for (const mark of marks) {
    const step = rule.scale.find((candidate) => candidate.id === mark)
    if (!step) return refuses({ kind: 'unknown-choice', choice: mark })
    shares.push(pointsOf(step.share))
  }
  if (shares.length === 0) return rule.onEmpty === 'notApplicable' ? doesNotApply() : gives(zeroPoints, '0')
  const mean = dividePoints(sumPoints(shares), pointsOf(shares.length))
  const points = clampPoints(multiplyPoints(full, mean), zeroPoints, full)
  return gives(points, `${writeExact(full)} × (${shares.map(writeExact).join(' + ')}) ÷ ${shares.length} = ${writeExact(points)}`)
}

/** M × the lowest step of the scale, or zero where no sub-items give zero. */
export function leastOfItemMean(rule: ItemMeanRule, full: Points): Points {
  if (rule.onEmpty !== 'notApplicable') return zeroPoints
  const shares = rule.scale.map((step) => clampPoints(multiplyPoints(full, pointsOf(step.share)), zeroPoints, full))
  return shares.reduce((low, points) => (points.numerator * low.denominator < low.numerator * points.denominator ? points : low), full)
}
