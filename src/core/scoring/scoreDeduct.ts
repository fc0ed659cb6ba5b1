import { addPoints, equalPoints, maxPoints, minPoints, multiplyPoints, pointsOf, subtractPoints, sumPoints, writeExact, zeroPoints, type Points } from '#core/points'
import type { DeductCause, DeductRule } from '#core/rubric/rubric'
import { gives, isCount, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R4 扣分: max(floor, M − Σ min(cap, n × d)). A cause that is not named has no events. Source: METHOD §4, §6A.36.
 * @example M = 1.5, causes [once 0.3] and [0.3 each, cap 1.2], events (0, 4) // 1.5 − min(1.2, 4 × 0.3) = 0.3
 */
export function scoreDeduct(rule: DeductRule, full: Points, events: Readonly<Record<string, number>>): RuleResult {
  const terms: string[] = []
  let deducted = zeroPoints
  for (const [cause, count] of Object.entries(events)) {
    if (!rule.causes.some((candidate) => candidate.id === cause)) return refuses({ kind: 'unknown-choice', choice: cause })
    if (!isCount(count)) return refuses({ kind: 'not-a-count', name: cause })
  }
  for (const cause of rule.causes) {
    const count = Object.hasOwn(events, cause.id) ? (events[cause.id] ?? 0) : 0
    if (count === 0) continue
    const each = pointsOf(cause.perEvent)
    const sum = multiplyPoints(each, pointsOf(count))
    const cap = capOfCause(cause, full)
    deducted = addPoints(deducted, minPoints(cap, sum))
    const product = count === 1 ? writeExact(each) : `${count} × ${writeExact(each)}`
    terms.push(maxPoints(sum, cap) === cap || equalPoints(sum, cap) ? product : `min(${writeExact(cap)}, ${product})`)
  }
  const floor = floorOf(rule)
  const left = subtractPoints(full, deducted)
  const points = maxPoints(floor, left)
  const difference = [writeExact(full), ...terms].join(' − ')
  const formula = equalPoints(points, left) ? difference : `max(${writeExact(floor)}, ${difference})`
  return gives(points, terms.length === 0 ? writeExact(points) : `${formula} = ${writeExact(points)}`)
}

/** The least that causes and caps can attain (METHOD §6A.36). */
export function leastAfterDeductions(rule: DeductRule, full: Points): Points {
  return maxPoints(floorOf(rule), subtractPoints(full, sumPoints(rule.causes.map((cause) => capOfCause(cause, full)))))
}

function capOfCause(cause: DeductCause, full: Points): Points {
  return cause.cap === undefined ? full : pointsOf(cause.cap)
}

function floorOf(rule: DeductRule): Points {
  return maxPoints(zeroPoints, pointsOf(rule.floor ?? 0))
}
