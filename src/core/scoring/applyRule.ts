import { assertNever } from '#core/brand'
import { writeExact, zeroPoints, type Points } from '#core/points'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { doesNotApply, gives, givesNothingYet, refuses, type RuleResult } from '#core/scoring/ruleOutcome'
import { awaitPlace, leastByRank } from '#core/scoring/scoreByRank'
import { scoreChecklist } from '#core/scoring/scoreChecklist'
import { scoreCount } from '#core/scoring/scoreCount'
import { leastAfterDeductions, scoreDeduct } from '#core/scoring/scoreDeduct'
import { leastOfInterval, scoreInterval } from '#core/scoring/scoreInterval'
import { leastOfItemMean, scoreItemMean } from '#core/scoring/scoreItemMean'
import { scoreJudge } from '#core/scoring/scoreJudge'
import { lowestLevel, scoreLevel } from '#core/scoring/scoreLevel'
import { scoreNegative } from '#core/scoring/scoreNegative'
import { scorePassFail } from '#core/scoring/scorePassFail'
import { scoreRatio } from '#core/scoring/scoreRatio'
import { scoreReference } from '#core/scoring/scoreReference'
import { leastOfScale, scoreScale } from '#core/scoring/scoreScale'
import { scoreSources } from '#core/scoring/scoreSources'
import { leastOfTimeliness, scoreTimeliness } from '#core/scoring/scoreTimeliness'
import { scoreVeto } from '#core/scoring/scoreVeto'

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
    case 'byRank':
      return rule.kind === 'byRank' ? awaitPlace(answer.value) : wrongRule(rule)
    case 'reference':
      return rule.kind === 'reference' ? scoreReference(rule, full, answer) : wrongRule(rule)
    case 'sources':
      return rule.kind === 'sources' ? scoreSources(rule, full, answer.scores) : wrongRule(rule)
    case 'scale':
      return rule.kind === 'scale' ? scoreScale(rule, full, answer.counts, answer.unknown) : wrongRule(rule)
    case 'negative':
      return rule.kind === 'negative' ? scoreNegative(rule, full, answer.events) : wrongRule(rule)
    case 'veto':
      return rule.kind === 'veto' ? scoreVeto(rule, answer.applies) : wrongRule(rule)
    default:
      return assertNever(answer)
  }
}

/**
 * What 未找到 ("searched, nothing there") scores (METHOD §6A.4): R1 lowest level; R2, R3, R10, R11 zero; R4 no events, so M;
 * R5 numerator 0; R6, R7 x = 0; R9 no sub-items. The page leaves the others open, and they follow it: R8 value 0, placed among the
 * other units; R13 no events; R14 does not apply; R15, R16 score 0; R17 nobody answered, so pending (§6A.27).
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
    case 'byRank':
      return givesNothingYet('unplaced')
    case 'scale':
      return givesNothingYet('unanswered')
    case 'negative':
      return scoreNegative(rule, full, 0)
    case 'veto':
      return scoreVeto(rule, false)
    case 'reference':
    case 'sources':
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
    case 'byRank':
      return leastByRank(rule)
    case 'scale':
      return leastOfScale(rule, full)
    // Of the negative list and the vetoes: the least that they take.
    case 'negative':
    case 'veto':
    case 'reference':
    case 'sources':
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
