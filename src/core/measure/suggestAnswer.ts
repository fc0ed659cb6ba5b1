import type { CalendarDay } from '#core/calendarDay'
import { checkFacts } from '#core/facts/checkFacts'
import { readFacts } from '#core/facts/readFacts'
import { countNumberConflicts, countSerialFaults } from '#core/measure/countFaults'
import { countProblems } from '#core/measure/countProblems'
import { countMeetings, countStudySessions } from '#core/measure/countSessions'
import type { MeasuredReport } from '#core/measure/measuredReport'
import { measureFillerDensity } from '#core/measure/measureFillerDensity'
import { measureLength } from '#core/measure/measureLength'
import { measureNumberDensity } from '#core/measure/measureNumberDensity'
import { measurePartShare } from '#core/measure/measurePartShare'
import { measureSameness } from '#core/measure/measureSameness'
import { readReportDay } from '#core/measure/readReportDay'
import type { CauseCounts, CauseName, Measured, Suggestion } from '#core/measure/suggestion'
import { formatPoints, makePoints } from '#core/points'
import type { MeasureName } from '#core/rubric/measureName'
import type { Rule, RubricItem } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'

/**
 * The answer that the item's measure suggests, in the terms of the rule by which the unit is scored (ruleFor), with its working and places.
 * Null where the item has no measure, the measure cannot say (no such part, no such day), or its result is no answer to such a rule
 * (a number to a checklist). Arithmetic is exact; an amount is held at four decimals, rounded half up, and the working shows two.
 * Nothing is scored by this.
 * @example suggestAnswer(b4, ruleFor(b4, unit), report)?.answer // { kind: 'interval', value: 7649 }
 */
export function suggestAnswer(item: Pick<RubricItem, 'cueWords' | 'measure'>, rule: Rule, report: MeasuredReport): Suggestion | null {
  if (!item.measure) return null
  const measured = measure(item.measure, item.cueWords, report)
  if (!measured) return null
  const { working, places } = measured
  const base = { measure: item.measure, working, places, textHash: report.textHash }
  if (measured.found.kind === 'notApplicable') return { ...base, state: 'notApplicable', answer: null, isPartial: false }
  const answer = answerFrom(measured.found, rule)
  return answer && { ...base, state: 'scored', ...answer }
}

function measure(name: MeasureName, words: readonly string[], report: MeasuredReport): Measured | null {
  const { text, outline, parts } = report
  switch (name) {
    case 'length':
      return measureLength(text)
    case 'problemShare':
      return measurePartShare(text, parts, 'problems')
    case 'planShare':
      return measurePartShare(text, parts, 'plan')
    case 'problemCount':
      return countProblems(outline, parts)
    case 'numberDensity':
      return measureNumberDensity(text, readFacts(text))
    case 'fillerDensity':
      return measureFillerDensity(text, words)
    case 'sameness':
      return measureSameness(report)
    case 'serialFaults':
      return countSerialFaults(report.faults)
    case 'numberConflicts':
      return countNumberConflicts(checkFacts(text, readFacts(text), parts.filter(({ part }) => part === 'plan')))
    case 'studySessions':
      return countStudySessions(text, readFacts(text))
    case 'meetings':
      return countMeetings(text, readFacts(text))
    case 'publicationDay':
      return readReportDay('publicationDay', text, report.publishedOn)
    case 'signingDay':
      return readReportDay('signingDay', text, report.signedOn)
  }
}

interface FittedAnswer {
  readonly answer: Answer
  readonly isPartial: boolean
}

const complete = (answer: Answer): FittedAnswer => ({ answer, isPartial: false })

function answerFrom(found: Exclude<Measured['found'], { kind: 'notApplicable' }>, rule: Rule): FittedAnswer | null {
  switch (found.kind) {
    case 'amount': {
      const value = Number(formatPoints(makePoints(found.numerator, found.denominator), 4))
      return rule.kind === 'interval' || rule.kind === 'byRank' ? complete({ kind: rule.kind, value }) : null
    }
    case 'count':
      if (rule.kind === 'interval' || rule.kind === 'byRank') return complete({ kind: rule.kind, value: found.count })
      return rule.kind === 'count' && rule.kinds.length === 1 ? complete({ kind: 'count', events: { [rule.kinds[0]!.id]: found.count } }) : null
    case 'causes':
      if (rule.kind === 'negative') return complete({ kind: 'negative', events: sumOf(found.counts) })
      return rule.kind === 'deduct' ? fitCauses(found.counts, rule.causes) : null
    case 'day': {
      const date = found.day as CalendarDay
      if (rule.kind === 'timeliness') return complete({ kind: 'timeliness', date })
      return rule.kind === 'passFail' && rule.deadline ? complete({ kind: 'passFail', date }) : null
    }
  }
}

const causeLabels: Readonly<Record<CauseName, RegExp>> = { sum: /合计|分项|总数/, rate: /比率|比例|率/, conflict: /前后.{0,6}不一|不一致|矛盾/, numbering: /序号|编号/ }

/** Counts to the causes of a rule, by id, else by label; a rule with a single cause takes all. Null where a count fits none. */
function fitCauses(counts: CauseCounts, causes: readonly { readonly id: string; readonly label: string }[]): FittedAnswer | null {
  const named = Object.entries(counts) as [CauseName, number][]
  const [only] = causes
  if (only && causes.length === 1) return complete({ kind: 'deduct', events: { [only.id]: sumOf(counts) } })
  const events = new Map<string, number>()
  for (const [name, count] of named) {
    const cause = causes.find(({ id }) => id === name) ?? causes.find(({ label }) => causeLabels[name].test(label))
    if (cause) events.set(cause.id, (events.get(cause.id) ?? 0) + count)
    else if (count > 0) return null
  }
  return events.size === 0 ? null : { answer: { kind: 'deduct', events: Object.fromEntries(events) }, isPartial: events.size < causes.length }
}

function sumOf(counts: CauseCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
