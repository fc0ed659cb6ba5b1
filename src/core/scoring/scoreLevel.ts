import { clampPoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import type { LevelRule } from '#core/rubric/rubric'
import { gives, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R1 分档: the points of the chosen level, held within [0, M]. Source: METHOD §4.
 * @example scoreLevel(levels 0/1.2/2.1/3, M = 3, 'fact') // 2.1
 */
export function scoreLevel(rule: LevelRule, full: Points, levelId: string): RuleResult {
  const level = rule.levels.find((candidate) => candidate.id === levelId)
  if (!level) return refuses({ kind: 'unknown-choice', choice: levelId })
  const points = clampPoints(pointsOf(level.points), zeroPoints, full)
  return gives(points, writeExact(points))
}

/** The lowest level: what 未找到 scores, and the low end of an open item. */
export function lowestLevel(rule: LevelRule, full: Points): Points {
  return rule.levels
    .map((level) => clampPoints(pointsOf(level.points), zeroPoints, full))
    .reduce((low, points) => (points.numerator * low.denominator < low.numerator * points.denominator ? points : low), full)
}
