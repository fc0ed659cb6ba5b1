import { describe, expect, test } from 'vitest'
import { aSnapshot } from '../../builders/aSnapshot'
import type { EntryId, ProjectId, ReportId, Sha256, UnitId } from '#core/ids'
import { dataVersion } from '#core/records/dataVersion'
import { checkSnapshot, moveSnapshot } from '#core/records/projectSnapshot'
import type { AssessorRecord } from '#core/records/assessorRecord'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import type { ReportRecord } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

const sound = aSnapshot()
const [unit, otherUnit] = sound.units as [UnitRecord, UnitRecord]
const [assessor] = sound.assessors as [AssessorRecord]
const [report] = sound.reports as [ReportRecord]
const [entry] = sound.entries as [ScoreEntry]

describe('checkSnapshot', () => {
  test('takes a sound project as it is', () => {
    expect(checkSnapshot(sound)).toEqual({ ok: true, value: sound })
  })

  test('data of a newer app are called that, whatever else they hold', () => {
    expect(checkSnapshot({ dataVersion: dataVersion + 1, somethingNew: true })).toEqual({ ok: false, problem: { kind: 'data-newer-than-app', found: dataVersion + 1, supported: dataVersion } })
  })

  test.each<[string, Partial<ProjectSnapshot>, object]>([
    ['an entry on no unit', { entries: [{ ...entry, unitId: 'x' as UnitId }] }, { kind: 'dangling-reference', from: entry.id, to: 'x' }],
    ['an entry of nobody', { entries: [{ ...entry, assessorId: 'x' as ScoreEntry['assessorId'] }] }, { kind: 'dangling-reference', from: entry.id, to: 'x' }],
    ['a report of no unit', { reports: [{ ...report, unitId: 'x' as UnitId }] }, { kind: 'dangling-reference', from: report.id, to: 'x' }],
    ['a report without its bytes', { originals: new Map() }, { kind: 'dangling-reference', from: report.id, to: 'original' }],
    ['bytes of no report', { originals: new Map([...sound.originals, ['x' as ReportId, new Uint8Array(1)]]) }, { kind: 'dangling-reference', from: 'original', to: 'x' }],
    ['other bytes than were read', { originals: new Map([[report.id, new Uint8Array([1])]]) }, { kind: 'altered-original', reportId: report.id }],
    ['a unit of another project', { units: [{ ...unit, projectId: 'x' as ProjectId }, otherUnit] }, { kind: 'dangling-reference', from: unit.id, to: 'x' }],
    ['another rubric than the project names', { project: { ...sound.project, rubricHash: 'f'.repeat(64) as Sha256 } }, { kind: 'dangling-reference', from: 'project', to: 'f'.repeat(64) }],
    ['two units of one name', { units: [unit, { ...otherUnit, name: unit.name }] }, { kind: 'duplicate-name', name: unit.name }],
    ['two assessors of one name', { assessors: [assessor, { ...assessor, id: 'x' as AssessorRecord['id'] }] }, { kind: 'duplicate-name', name: assessor.name }],
    ['an id twice', { entries: [entry, { ...entry }] }, { kind: 'duplicate-id', id: entry.id }],
    ['someone signed in who is not there', { signedIn: 'x' as AssessorRecord['id'] }, { kind: 'dangling-reference', from: 'signedIn', to: 'x' }],
    ['an entry that is none', { entries: [entry, { ...entry, id: 7 as unknown as EntryId }] }, { kind: 'invalid-record', path: 'entries[1].id' }],
  ])('%s is refused by name', (_what, change, problem) => {
    expect(checkSnapshot({ ...sound, ...change })).toMatchObject({ ok: false, problem })
  })

  test('a removed unit may share its name', () => {
    expect(checkSnapshot({ ...sound, units: [unit, { ...otherUnit, name: unit.name, removedAt: unit.createdAt }] }).ok).toBe(true)
  })

  test.each([[null], [[]], ['x'], [{}], [{ dataVersion: '1' }], [{ dataVersion: 0 }], [{ ...sound, dataVersion: dataVersion - 1 }], [{ ...sound, more: 1 }], [{ ...sound, originals: {} }], [{ ...sound, units: {} }]])('%j is no project', (value) => {
    expect(checkSnapshot(value)).toMatchObject({ ok: false, problem: { kind: 'invalid-record' } })
  })

  test('a copy under another id is as sound', () => {
    const moved = moveSnapshot(sound, 'COPY' as ProjectId)
    expect(checkSnapshot(moved)).toEqual({ ok: true, value: moved })
    expect(JSON.stringify([moved.project, moved.units, moved.assessors, moved.reports])).not.toContain(sound.project.id)
  })
})
