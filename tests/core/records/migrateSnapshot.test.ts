import { describe, expect, test } from 'vitest'
import { aSnapshot } from '../../builders/aSnapshot'
import { entryMigrations, entryVersions } from '#core/records/checkScoreEntry'
import { dataVersion } from '#core/records/dataVersion'
import { dataSteps, migrateSnapshot } from '#core/records/migrateSnapshot'
import { checkSnapshot, type ProjectSnapshot } from '#core/records/projectSnapshot'
import { reportMigrations, reportVersions } from '#core/records/reportRecord'
import { unitMigrations, unitVersions } from '#core/records/unitRecord'

/** aSnapshot as version 1 had it. */
function first(): Record<string, unknown> {
  const without = (records: readonly object[], ...fields: readonly string[]) => records.map((record) => Object.fromEntries(Object.entries(record).filter(([key]) => !fields.includes(key))))
  const { attachments: _attachments, ...snapshot }: ProjectSnapshot = aSnapshot()
  return {
    ...snapshot,
    dataVersion: 1,
    units: without(snapshot.units, 'code'),
    reports: without(snapshot.reports, 'format', 'edits', 'pages', 'sourceAddress', 'supersededBy'),
    entries: without(snapshot.entries, 'searched', 'proofs', 'accepted'),
  }
}

describe('migrateSnapshot', () => {
  test('there is one step to every data version, in order', () => {
    expect(dataSteps.map((step) => step.dataVersion)).toEqual(Array.from({ length: dataVersion - 1 }, (_, index) => index + 2))
  })

  test.each([['unit', unitVersions, unitMigrations], ['report', reportVersions, reportMigrations], ['entry', entryVersions, entryMigrations]] as const)(
    'every version of a %s after the first has its migration, and some step takes it',
    (_record, versions, migrations) => {
      const later = Object.values<number>(versions).filter((version) => version > 1)
      expect(Object.keys(migrations).map(Number)).toEqual(later)
      const taken = dataSteps.flatMap((step) => Object.values(step.records))
      for (const migration of Object.values(migrations)) expect(taken.filter((each) => each === migration)).toHaveLength(1)
    },
  )

  test('brings the first version to this one', () => {
    const migrated = migrateSnapshot(first())
    expect(migrated).toEqual({ ok: true, value: aSnapshot() })
    expect(checkSnapshot(migrated.ok && migrated.value).ok).toBe(true)
  })

  test('leaves this version as it is, and refuses a newer one', () => {
    const present = aSnapshot()
    expect(migrateSnapshot(present)).toEqual({ ok: true, value: present })
    expect(migrateSnapshot({ dataVersion: dataVersion + 1 })).toEqual({ ok: false, problem: { kind: 'data-newer-than-app', found: dataVersion + 1, supported: dataVersion } })
  })

  test.each<[string, unknown, string]>([
    ['no object', 'x', 'dataVersion'],
    ['no version', {}, 'dataVersion'],
    ['version 0', { dataVersion: 0 }, 'dataVersion'],
    ['lists that are none', { ...first(), reports: {} }, 'reports'],
    ['a record that is none', { ...first(), units: ['x'] }, 'units[0].'],
    ['a field that the version did not have', { ...first(), entries: [{ proofs: [] }] }, 'entries[0].proofs'],
    ['a part that the version did not have', { ...first(), attachments: new Map([['a', new Uint8Array(1)]]) }, 'attachments'],
  ])('%s: refused', (_what, value, path) => {
    expect(migrateSnapshot(value)).toMatchObject({ ok: false, problem: { kind: 'invalid-record', path } })
  })
})
