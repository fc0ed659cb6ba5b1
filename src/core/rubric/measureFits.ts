import { measureNames, type MeasureName } from '#core/rubric/measureName'
import type { Rule } from '#core/rubric/rubric'

/** What a measure gives: a day, faults found, events counted, or a value. */
const givenBy: Readonly<Record<MeasureName, 'day' | 'faults' | 'events' | 'value'>> = {
  publicationDay: 'day',
  signingDay: 'day',
  serialFaults: 'faults',
  numberConflicts: 'faults',
  problemCount: 'events',
  studySessions: 'events',
  meetings: 'events',
  length: 'value',
  problemShare: 'value',
  planShare: 'value',
  numberDensity: 'value',
  fillerDensity: 'value',
  sameness: 'value',
}

/**
 * Whether a rule asks for what the measure gives: a day for a deadline, faults for deductions, events for counts, a value for an
 * interval or a ranking. Events can be the value, too: how many problems, how many sessions.
 * @example measureFits('publicationDay', timeliness) // true
 */
export function measureFits(measure: MeasureName, rule: Rule): boolean {
  const given = givenBy[measure]
  switch (rule.kind) {
    case 'timeliness': return given === 'day'
    case 'passFail': return given === 'day' && rule.deadline !== undefined
    case 'deduct':
    case 'negative': return given === 'faults'
    case 'count': return given === 'events'
    case 'interval':
    case 'byRank': return given === 'value' || given === 'events'
    default: return false
  }
}

/** The measures that a rule could be answered by, in the order of their names. */
export function measuresFor(rule: Rule): MeasureName[] {
  return measureNames.filter((measure) => measureFits(measure, rule))
}
