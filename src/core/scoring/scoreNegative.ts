import { equalPoints, minPoints, multiplyPoints, pointsOf, writeExact, type Points } from '#core/points'
import type { NegativeRule } from '#core/rubric/rubric'
import { gives, isCount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R13 负面清单的一项: min(cap, n × perEvent), the cap at most the item's full marks. The result is what is taken, a positive number; that
 * it leaves the total, and the cap of the whole list, is settleTotal's. No events, no entry: nothing is taken. Source: METHOD §4, §6A.19.
 * @example 0.5 each, M = 2: 3 events // min(2, …) = 1.5
 */
export function scoreNegative(rule: NegativeRule, full: Points, events: number): RuleResult {
  if (!isCount(events)) return refuses({ kind: 'not-a-count', name: 'events' })
  const sum = multiplyPoints(pointsOf(events), pointsOf(rule.perEvent))
  const cap = rule.cap === undefined ? full : minPoints(pointsOf(rule.cap), full)
  const points = minPoints(cap, sum)
  const product = `${events} × ${writeExact(pointsOf(rule.perEvent))}`
  return gives(points, `${equalPoints(points, sum) ? product : `min(${writeExact(cap)}, ${product})`} = ${writeExact(points)}`)
}
