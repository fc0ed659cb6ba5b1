import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkFacts } from '#core/facts/checkFacts'
import { findingsOfText } from '#core/facts/findingsOfText'
import { readFacts } from '#core/facts/readFacts'
import { countMeetings, countStudySessions } from '#core/measure/countSessions'
import type { Measured } from '#core/measure/suggestion'
import { cleanText } from '#core/text/cleanText'
import reports from './reports.json'
import sentences from './sentences.json'

describe('sentences', () => {
  test.each(sentences)('$text', ({ text, facts, findings }) => {
    const read = readFacts(text)
    expect(read.map(({ start, end, value, unit, bound }) => [text.slice(start, end), value, unit, bound])).toEqual(facts)
    expect(checkFacts(text, read).map(({ kind, verdict, working }) => [kind, verdict, working.values])).toEqual(findings)
  })
})

const folder = new URL('../../../../shared/reports/', import.meta.url)
describe.each(Object.entries(reports))('%s', (file, expected) => {
  test.skipIf(!existsSync(folder))('numbers, checks and counted sessions are a reader’s (needs ../shared)', () => {
    const { text } = cleanText(readFileSync(new URL(file, folder), 'utf8'))
    const { facts, findings } = findingsOfText(text)
    expect({
      facts: facts.map(({ value, unit }) => `${value} ${unit}`),
      vague: facts.filter(({ bound }) => bound !== 'exact').length,
      changes: facts.filter(({ change }) => change !== null).length,
      findings: findings.map(({ kind, verdict, working }) => [kind, verdict, Object.values(working.values).join(' ')]),
      sessions: counted(countStudySessions(text, facts)),
      meetings: counted(countMeetings(text, facts)),
    }).toEqual(expected)
  })
})

function counted(measured: Measured | null): number | null {
  return measured?.found.kind === 'count' ? measured.found.count : null
}
