import { dayInYear, dayNumber, parseCalendarDay } from '#core/calendarDay'
import { clampPoints, maxPoints, minPoints, multiplyPoints, pointsOf, subtractPoints, writeExact, zeroPoints, type Points } from '#core/points'
import type { TimelinessRule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { gives, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R11 时限: M up to and including the deadline; later the points of the first grace step not yet passed, or M less so many points
 * a day; never published → as if after every step. Dates are Beijing calendar days, no holiday shift. A date that is not known is
 * the state 待核, not an answer. Source: METHOD §4, §6A.5.
 * @example M = 5, ≤4-01 5 / ≤4-30 3 / ≤6-30 1 / else 0, '2026-04-15' // 3
 */
export function scoreTimeliness(rule: TimelinessRule, full: Points, year: number, answer: Extract<Answer, { kind: 'timeliness' }>): RuleResult {
  if ('never' in answer) {
    const points = lateAtWorst(rule, full)
    return gives(points, `→ ${writeExact(points)}`)
  }
  const date = parseCalendarDay(answer.date)
  if (!date) return refuses({ kind: 'not-a-day', text: answer.date })
  const deadline = dayInYear(rule.deadline, year)
  if (date <= deadline) return gives(full, `${date} ≤ ${deadline} → ${writeExact(full)}`)
  if (rule.late.kind === 'perDay') {
    const days = dayNumber(date) - dayNumber(deadline)
    const points = maxPoints(zeroPoints, subtractPoints(full, multiplyPoints(pointsOf(days), pointsOf(rule.late.points))))
    return gives(points, `max(0, ${writeExact(full)} − ${days} × ${writeExact(pointsOf(rule.late.points))}) = ${writeExact(points)}`)
  }
  for (const step of rule.late.steps) {
    const until = dayInYear(step.until, year)
    const points = clampPoints(pointsOf(step.points), zeroPoints, full)
    if (date <= until) return gives(points, `${date} ≤ ${until} → ${writeExact(points)}`)
  }
  const points = clampPoints(pointsOf(rule.late.otherwise), zeroPoints, full)
  const last = rule.late.steps.at(-1)
  return gives(points, `${date} > ${last ? dayInYear(last.until, year) : deadline} → ${writeExact(points)}`)
}

/** What lateness can cost at most. */
export function leastOfTimeliness(rule: TimelinessRule, full: Points): Points {
  return lateAtWorst(rule, full)
}

function lateAtWorst(rule: TimelinessRule, full: Points): Points {
  if (rule.late.kind === 'perDay') return zeroPoints
  return minPoints(clampPoints(pointsOf(rule.late.otherwise), zeroPoints, full), full)
}
