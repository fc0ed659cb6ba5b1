import { assertNever } from '#core/brand'
import { writeExact, zeroPoints, type Points } from '#core/points'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { doesNotApply, gives, refuses, type RuleResult } from '#core/scoring/ruleOutcome'
import { scoreChecklist } from '#core/scoring/scoreChecklist'
import { scoreCount } from '#core/scoring/scoreCount'
import { leastAfterDeductions, scoreDeduct } from '#core/scoring/scoreDeduct'
import { leastOfInterval, scoreInterval } from '#core/scoring/scoreInterval'
import { leastOfItemMean, scoreItemMean } from '#core/scoring/scoreItemMean'
import { scoreJudge } from '#core/scoring/scoreJudge'
import { lowestLevel, scoreLevel } from '#core/scoring/scoreLevel'
import { scorePassFail } from '#core/scoring/scorePassFail'
import { scoreRatio } from '#core/scoring/scoreRatio'
import { leastOfTimeliness, scoreTimeliness } from '#core/scoring/scoreTimeliness'

/** Points of an answer under a rule; an answer made for another rule is refused. `year` is the report year. */
export function applyRule(rule: Rule, full: Points, year: number, answer: Answer): RuleResult {
  switch (answer.kind) {
    case 'level':
      return rule.kind === 'level' ? scoreLevel(rule, full, answer.level) : wrongRule(rule)
    case 'passFail':
      return rule.kind === 'passFail' ? scorePassFail(rule, full, year, answer) : wrongRule(rule)
    case 'checklist':
      return rule.kind === 'checklist' ? scoreChecklist(rule, full, answer.marks) : wrongRule(rule)
    case 'deduct':
      return rule.kind === 'deduct' ? scoreDeduct(rule, full, answer.events) : wrongRule(rule)
    case 'ratio':
      return rule.kind === 'ratio' ? scoreRatio(rule, full, answer.numerator, answer.denominator) : wrongRule(rule)
    case 'count':
      return rule.kind === 'count' ? scoreCount(rule, full, answer.events) : wrongRule(rule)
    case 'interval':
      return rule.kind === 'interval' ? scoreInterval(rule, full, answer.value) : wrongRule(rule)
    case 'itemMean':
      return rule.kind === 'itemMean' ? scoreItemMean(rule, full, answer.marks) : wrongRule(rule)
    case 'judge':
      return rule.kind === 'judge' ? scoreJudge(rule, full, answer.points) : wrongRule(rule)
    case 'timeliness':
      return rule.kind === 'timeliness' ? scoreTimeliness(rule, full, year, answer) : wrongRule(rule)
    default:
      return assertNever(answer)
  }
}

/**
 * What 未找到 ("searched, nothing there") scores (METHOD §6A.4): R1 lowest level; R2, R3, R10, R11 zero; R4 no events, so M;
 * R5 numerator 0; R6, R7 x = 0; R9 no sub-items.
 */
export function applyNotFound(rule: Rule, full: Points): RuleResult {
  switch (rule.kind) {
    case 'level': {
      const points = lowestLevel(rule, full)
      return gives(points, writeExact(points))
    }
    case 'deduct':
      return scoreDeduct(rule, full, {})
    case 'ratio':
      return rule.onEmpty === 'zero' ? gives(zeroPoints, '0') : scoreRatio(rule, full, 0, 1)
    case 'count':
      return scoreCount(rule, full, {})
    case 'interval':
      return scoreInterval(rule, full, 0)
    case 'itemMean':
      return rule.onEmpty === 'notApplicable' ? doesNotApply() : gives(zeroPoints, '0')
    case 'passFail':
    case 'checklist':
    case 'judge':
    case 'timeliness':
      return gives(zeroPoints, '0')
    default:
      return assertNever(rule)
  }
}

/** The least an item under this rule can bring: the low end of an open item's range (METHOD §6A.11, §6A.36). Its high end is M. */
export function leastOfRule(rule: Rule, full: Points): Points {
  switch (rule.kind) {
    case 'level':
      return lowestLevel(rule, full)
    case 'deduct':
      return leastAfterDeductions(rule, full)
    case 'interval':
      return leastOfInterval(rule, full)
    case 'itemMean':
      return leastOfItemMean(rule, full)
    case 'timeliness':
      return leastOfTimeliness(rule, full)
    case 'checklist':
      return zeroPoints
    case 'passFail':
    case 'ratio':
    case 'count':
    case 'judge':
      return zeroPoints
    default:
      return assertNever(rule)
  }
}

function wrongRule(rule: Rule): RuleResult {
  return refuses({ kind: 'wrong-rule', expected: rule.kind })
}
