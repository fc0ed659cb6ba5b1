import { comparePoints, dividePoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import type { JudgeRule } from '#core/rubric/rubric'
import { gives, isAmount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R10 酌情: as entered, a multiple of the step within [0, M]; M itself is always allowed. The note below M is asked for by checkEntry.
 * Source: METHOD §4.
 * @example M = 4, step 0.5, 2.5 // 2.5
 */
export function scoreJudge(rule: JudgeRule, full: Points, entered: number): RuleResult {
  if (!isAmount(entered)) return refuses({ kind: 'not-a-number', name: 'points' })
  const points = pointsOf(entered)
  if (comparePoints(points, full) > 0) return refuses({ kind: 'out-of-range', low: 0, high: Number(writeExact(full)) })
  const steps = dividePoints(points, pointsOf(rule.step))
  if (steps.denominator !== 1n && comparePoints(points, full) !== 0) return refuses({ kind: 'off-step', step: rule.step })
  return gives(comparePoints(points, zeroPoints) === 0 ? zeroPoints : points, writeExact(points))
}
