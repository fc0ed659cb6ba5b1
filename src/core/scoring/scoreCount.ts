import { addPoints, equalPoints, minPoints, multiplyPoints, pointsOf, writeExact, zeroPoints, type Points } from '#core/points'
import type { CountRule } from '#core/rubric/rubric'
import { gives, isCount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R6 计数: min(cap, Σ n × u); the cap defaults to M and never exceeds it. A kind that is not named has no events. Source: METHOD §4.
 * @example 0.5 each, cap 2: 3 events // 1.5; 5 events // 2
 */
export function scoreCount(rule: CountRule, full: Points, events: Readonly<Record<string, number>>): RuleResult {
  for (const [kind, count] of Object.entries(events)) {
    if (!rule.kinds.some((candidate) => candidate.id === kind)) return refuses({ kind: 'unknown-choice', choice: kind })
    if (!isCount(count)) return refuses({ kind: 'not-a-count', name: kind })
  }
  let sum = zeroPoints
  const terms: string[] = []
  for (const kind of rule.kinds) {
    const count = Object.hasOwn(events, kind.id) ? (events[kind.id] ?? 0) : 0
    sum = addPoints(sum, multiplyPoints(pointsOf(count), pointsOf(kind.points)))
    if (count > 0 || rule.kinds.length === 1) terms.push(`${count} × ${writeExact(pointsOf(kind.points))}`)
  }
  const cap = rule.cap === undefined ? full : minPoints(pointsOf(rule.cap), full)
  const points = minPoints(cap, sum)
  const added = terms.length === 0 ? '0' : terms.join(' + ')
  return gives(points, `${equalPoints(points, sum) ? added : `min(${writeExact(cap)}, ${added})`} = ${writeExact(points)}`)
}
