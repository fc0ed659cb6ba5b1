import { dayInYear, parseCalendarDay } from '#core/calendarDay'
import { writeExact, zeroPoints, type Points } from '#core/points'
import type { PassFailRule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { gives, refuses, type RuleResult } from '#core/scoring/ruleOutcome'

/**
 * R2 达标: M or 0. Where the rule has a deadline, a date answers it: M up to and including the deadline day (Beijing calendar
 * days, no holiday shift). Source: METHOD §4, §6A.5.
 * @example deadline 1 March of the next year, year 2023, date '2024-01-29', M = 2 // 2
 */
export function scorePassFail(rule: PassFailRule, full: Points, year: number, answer: Extract<Answer, { kind: 'passFail' }>): RuleResult {
  if ('passed' in answer) {
    if (typeof answer.passed !== 'boolean') return refuses({ kind: 'unknown-choice', choice: String(answer.passed) })
    return gives(answer.passed ? full : zeroPoints, writeExact(answer.passed ? full : zeroPoints))
  }
  if (!rule.deadline) return refuses({ kind: 'wrong-rule', expected: 'passFail' })
  const date = parseCalendarDay(answer.date)
  if (!date) return refuses({ kind: 'not-a-day', text: answer.date })
  const deadline = dayInYear(rule.deadline, year)
  const inTime = date <= deadline
  const points = inTime ? full : zeroPoints
  return gives(points, `${date} ${inTime ? '≤' : '>'} ${deadline} → ${writeExact(points)}`)
}
