import { expect, test } from 'vitest'
import { measureFits, measuresFor } from '#core/rubric/measureFits'
import { measureNames } from '#core/rubric/measureName'
import { everyRule } from './rubricWithEveryRule'

test('every rule is answered by the measures that give what it asks for', () => {
  const events = ['problemCount', 'studySessions', 'meetings']
  const values = ['length', 'problemShare', 'planShare', 'problemCount', 'numberDensity', 'fillerDensity', 'sameness', 'studySessions', 'meetings']
  const found = Object.fromEntries(Object.values(everyRule).map((rule) => [rule.kind, measuresFor(rule)]))
  expect(found).toEqual({
    level: [], passFail: ['publicationDay', 'signingDay'], checklist: [], deduct: ['serialFaults', 'numberConflicts'], ratio: [], count: events, interval: values,
    itemMean: [], judge: [], timeliness: ['publicationDay', 'signingDay'], byRank: values, reference: [], sources: [], scale: [],
    negative: ['serialFaults', 'numberConflicts'], veto: [],
  })
})

test('a day answers pass or fail only where there is a deadline', () => {
  const { deadline: _, ...rule } = everyRule.passFail
  expect(measureNames.filter((measure) => measureFits(measure, rule))).toEqual([])
})
