import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyAnswer, anyHistory } from '../../builders/entryArbitraries'
import { aSnapshot } from '../../builders/aSnapshot'
import { checkAssessorRecord } from '#core/records/assessorRecord'
import { checkAnswer, checkScoreEntry } from '#core/records/checkScoreEntry'
import { checkEntryRecord, checkHistorySegmentRecord } from '#core/records/historyRecord'
import { checkLedgerRecord } from '#core/records/ledgerRecord'
import { packEntry, packSegment } from '#core/records/packHistory'
import { checkProjectRecord } from '#core/records/projectRecord'
import { checkReportRecord } from '#core/records/reportRecord'
import { checkRubricRecord } from '#core/records/rubricRecord'
import { checkScorecardRecord } from '#core/records/scorecardRecord'
import type { RecordProblem } from '#core/records/shape'
import { checkUnitRecord } from '#core/records/unitRecord'
import { rebuildScorecard } from '#core/records/rebuildScorecard'
import type { Result } from '#core/result'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

const { project, rubric, units, assessors, reports, entries } = aSnapshot()
const [unit] = units
const [report] = reports
const [first] = entries as [ScoreEntry]
const { unitId, assessorId } = first

type Checked = readonly [name: string, check: (value: unknown) => Result<unknown, RecordProblem>, sound: object]
const records: readonly Checked[] = [
  ['project', checkProjectRecord, project],
  ['rubric', checkRubricRecord, rubric],
  ['unit', checkUnitRecord, unit as object],
  ['report', checkReportRecord, report as object],
  ['assessor', checkAssessorRecord, assessors[0] as object],
  ['score entry', checkScoreEntry, first],
  ['stored entry', checkEntryRecord, packEntry(project.id, first, 0)],
  ['segment', checkHistorySegmentRecord, packSegment(project.id, assessorId, 0, [{ unitId, from: 0, entries }])],
  ['scorecard', checkScorecardRecord, rebuildScorecard(project.id, unitId, assessorId, entries).record],
  ['ledger', checkLedgerRecord, { projectId: project.id, unitId, lines: [{ assessorId, entryCount: 2, digest: '0123456789abcdef' }] }],
]

describe.each(records)('a stored %s', (_name, check, sound) => {
  test('is taken as it is', () => {
    expect(check(sound)).toEqual({ ok: true, value: sound })
  })

  test.each(Object.keys(sound))('without %s is none', (field) => {
    const { [field]: _left, ...rest } = sound as Record<string, unknown>
    expect(check(rest)).toMatchObject({ ok: false, problem: { kind: 'invalid-record', path: field } })
  })

  test.each(Object.keys(sound))('with something else as %s is none', (field) => {
    expect(check({ ...sound, [field]: Symbol('else') })).toMatchObject({ ok: false, problem: { kind: 'invalid-record' } })
  })

  test('with a field more is none, whatever its name', () => {
    expect(check({ ...sound, more: 1 })).toMatchObject({ ok: false, problem: { path: 'more', expected: 'no such field' } })
    const smuggled: unknown = JSON.parse(`${JSON.stringify({ ...sound, more: undefined }).slice(0, -1)},"__proto__":{}}`)
    expect(check(smuggled)).toMatchObject({ ok: false, problem: { path: '__proto__' } })
  })

  test('anything is taken or refused, never thrown at', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withTypedArray: true, withMap: true }), (value) => {
      expect(check(value).ok).toBe(false)
    }))
  })
})

describe('what a record may hold', () => {
  test.each<[string, Result<unknown, RecordProblem>, string]>([
    ['a decimal too many', checkProjectRecord({ ...project, settings: { ...project.settings, decimals: 5 } }), 'settings.decimals'],
    ['no bands', checkProjectRecord({ ...project, settings: { ...project.settings, bands: [] } }), 'settings.bands'],
    ['bands that rise', checkProjectRecord({ ...project, settings: { ...project.settings, bands: [{ name: '合格', from: 60 }, { name: '优秀', from: 90 }, { name: '差', from: 0 }] } }), 'settings.bands'],
    ['a quota of no units', checkProjectRecord({ ...project, settings: { ...project.settings, quota: { band: '优秀', percent: 0 } } }), 'settings.quota.percent'],
    ['a quota of a band that is not there', checkProjectRecord({ ...project, settings: { ...project.settings, quota: { band: '特优', percent: 20 } } }), 'settings.quota.band'],
    ['a quota without a value', checkProjectRecord({ ...project, settings: { ...project.settings, quota: undefined } }), 'settings.quota'],
    ['an unknown way to part ties', checkProjectRecord({ ...project, settings: { ...project.settings, tieBreak: [{ kind: 'toString' }] } }), 'settings.tieBreak[0]'],
    ['a dimension without a name', checkProjectRecord({ ...project, settings: { ...project.settings, tieBreak: [{ kind: 'dimension' }] } }), 'settings.tieBreak[0].id'],
    ['a setting too many', checkProjectRecord({ ...project, settings: { ...project.settings, colour: 'red' } }), 'settings.colour'],
    ['bands that end above 0', checkProjectRecord({ ...project, settings: { ...project.settings, bands: [{ name: '合格', from: 60 }] } }), 'settings.bands'],
    ['a name of spaces', checkProjectRecord({ ...project, name: '  ' }), 'name'],
    ['a day that is none', checkReportRecord({ ...report, signedOn: '2023-02-29' }), 'signedOn'],
    ['an instant of no zone', checkReportRecord({ ...report, importedAt: '2025-03-01T06:30:00.000' }), 'importedAt'],
    ['an instant of no day', checkReportRecord({ ...report, importedAt: '2025-02-30T06:30:00.000Z' }), 'importedAt'],
    ['a hash of another rubric', checkRubricRecord({ ...rubric, hash: 'f'.repeat(64) }), 'hash'],
    ['a reworded rubric under its old hash', checkRubricRecord({ ...rubric, rubric: { ...rubric.rubric, name: '别的' } }), 'hash'],
    ['an id with the separator', checkUnitRecord({ ...unit, id: 'a\u001fb' }), 'id'],
    ['an empty id', checkUnitRecord({ ...unit, id: '' }), 'id'],
    ['scored without an answer', checkScoreEntry({ ...first, answer: null }), 'answer'],
    ['pending with an answer', checkScoreEntry({ ...first, state: 'pending' }), 'answer'],
    ['a passage that ends before it starts', checkScoreEntry({ ...first, evidence: [{ reportId: 'r', textHash: 'a'.repeat(64), start: 5, end: 5, quote: '', prefix: '', suffix: '' }] }), 'evidence[0].end'],
    ['a passage kept for no text', checkScoreEntry({ ...first, evidence: [{ reportId: 'r', textHash: 'a'.repeat(64), start: 5, end: 6, quote: '字', prefix: '', suffix: '', keptFor: true }] }), 'evidence[0].keptFor'],
  ])('not %s', (_what, result, path) => {
    expect(result).toMatchObject({ ok: false, problem: { path } })
  })

  test('every answer and entry that can be made', () => {
    fc.assert(fc.property(anyAnswer, (answer) => {
      expect(checkAnswer(answer)).toEqual({ ok: true, value: answer })
    }))
    fc.assert(fc.property(anyHistory, (history) => {
      for (const entry of history) expect(checkScoreEntry(entry)).toEqual({ ok: true, value: entry })
    }))
  })

  test.each([{ kind: 'judge' }, { kind: 'judge', points: Number.NaN }, { kind: 'judge', points: '3' }, { kind: 'passFail', passed: true, date: '2024-01-01' }, { kind: 'timeliness', never: false }, { kind: 'itemMean', marks: [1] }, { kind: 'other' }, { kind: '__proto__' }, {}, null])('%j is no answer', (value) => {
    expect(checkAnswer(value).ok).toBe(false)
  })
})
