import { expect, test } from 'vitest'
import { checkProjectDraft } from '#core/records/checkProjectDraft'
import { checkProjectRecord, defaultSettings, type ProjectSettings } from '#core/records/projectRecord'

function problemOf(settings: Partial<ProjectSettings>) {
  return checkProjectDraft({ name: '评估', year: 2024, settings: { ...defaultSettings, ...settings } })
}

test('a quota names a band that has one below it, and a share of the units', () => {
  expect(problemOf({ quota: { band: '优秀', percent: 20 } })).toBeNull()
  expect([{ band: '优秀', percent: 0 }, { band: '优秀', percent: 101 }, { band: '优秀', percent: NaN }].map((quota) => problemOf({ quota })?.kind)).toEqual(['quota-out-of-range', 'quota-out-of-range', 'quota-out-of-range'])
  expect([problemOf({ quota: { band: '特优', percent: 20 } }), problemOf({ quota: { band: '不合格', percent: 20 } })]).toEqual([
    { kind: 'quota-of-no-band', band: '特优' }, { kind: 'quota-of-last-band', band: '不合格' },
  ])
})

test('a tie-break stands once in the chain; dimensions may follow each other', () => {
  expect(problemOf({ tieBreak: [{ kind: 'dimension', id: 'A' }, { kind: 'dimension', id: 'B' }, { kind: 'fewerDeductions' }] })).toBeNull()
  expect(problemOf({ tieBreak: [{ kind: 'dimension', id: 'A' }, { kind: 'dimension', id: 'A' }] })).toEqual({ kind: 'tie-break-twice', kindOfStep: 'dimension' })
})

test('a stored project may have both, and an older one has neither', () => {
  const project = {
    id: 'p', name: '评估', year: 2024, rubricHash: 'a'.repeat(64), settings: defaultSettings,
    createdAt: '2025-03-01T06:30:00.000Z', changedAt: '2025-03-01T06:30:00.000Z', archivedAt: null, removedAt: null, sample: false,
  }
  const settings = { ...defaultSettings, quota: { band: '优秀', percent: 20 }, tieBreak: [{ kind: 'dimension', id: 'A' }, { kind: 'earlierPublication' }] }
  expect([checkProjectRecord(project).ok, checkProjectRecord({ ...project, settings }).ok]).toEqual([true, true])
})
