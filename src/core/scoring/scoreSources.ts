import { addPoints, comparePoints, dividePoints, multiplyPoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import type { SourcesRule } from '#core/rubric/rubric'
import { doesNotApply, gives, isAmount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R16 多来源: M × Σ w(s ÷ full) ÷ Σ w. A source that does not apply leaves both sums; all N/A → the item does not apply. A source that
 * is not in yet makes the item 待核: without it there is no answer, and one that leaves it out is refused. Source: METHOD §4, §6A.26.
 * @example 77.50 at 80 and 82.06 at 20, M = 100 // 100 × (80 × 77.5 ÷ 100 + 20 × 82.06 ÷ 100) ÷ 100 = 78.412
 */
export function scoreSources(rule: SourcesRule, full: Points, scores: Readonly<Record<string, number | 'notApplicable'>>): RuleResult {
  for (const choice of Object.keys(scores)) {
    if (!rule.sources.some((source) => source.id === choice)) return refuses({ kind: 'unknown-choice', choice })
  }
  let weights = zeroPoints
  let sum = zeroPoints
  const terms: string[] = []
  for (const source of rule.sources) {
    const score = Object.hasOwn(scores, source.id) ? scores[source.id] : undefined
    if (score === undefined) return refuses({ kind: 'element-missing', element: source.id })
    if (score === 'notApplicable') continue
    if (!isAmount(score)) return refuses({ kind: 'not-a-number', name: source.id })
    const whole = pointsOf(source.full)
    if (comparePoints(pointsOf(score), whole) > 0) return refuses({ kind: 'out-of-range', low: 0, high: source.full })
    const weight = pointsOf(source.weight)
    weights = addPoints(weights, weight)
    sum = addPoints(sum, multiplyPoints(weight, dividePoints(pointsOf(score), whole)))
    terms.push(`${writeExact(weight)} × ${writeExact(pointsOf(score))} ÷ ${writeExact(whole)}`)
  }
  if (terms.length === 0) return doesNotApply()
  const points = multiplyPoints(full, dividePoints(sum, weights))
  return gives(points, `${writeExact(full)} × (${terms.join(' + ')}) ÷ ${writeExact(weights)} = ${writeExact(points)}`)
}
