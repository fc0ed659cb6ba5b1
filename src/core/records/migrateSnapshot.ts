import { entryMigrations, entryVersions } from '#core/records/checkScoreEntry'
import { dataVersion } from '#core/records/dataVersion'
import type { RecordMigration } from '#core/records/migration'
import type { SnapshotProblem } from '#core/records/projectSnapshot'
import { reportMigrations, reportVersions } from '#core/records/reportRecord'
import { isObject } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import { unitMigrations, unitVersions } from '#core/records/unitRecord'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'

/** Lists of a snapshot whose records have changed their shape since version 1. */
export type MigratedList = 'units' | 'reports' | 'entries'

/** What one data version changed. Frozen when shipped: a step is never edited, only followed by another. */
export interface DataStep {
  readonly dataVersion: number
  readonly records: Readonly<Partial<Record<MigratedList, RecordMigration>>>
  /** Parts that a snapshot did not have before, empty. */
  readonly parts: () => Readonly<Record<string, unknown>>
}

/** All steps in order, the first to version 2. */
export const dataSteps: readonly DataStep[] = [
  {
    dataVersion: 2,
    records: { units: unitMigrations[unitVersions.AddCode], reports: reportMigrations[reportVersions.AddFormatAndEdits], entries: entryMigrations[entryVersions.AddGrounds] },
    parts: () => ({ attachments: new Map() }),
  },
]

/**
 * Brings a snapshot of any older version (parsed from a file, unchecked) to the present one, step by step. Data of a newer app are
 * called that; what is not of the version it claims is refused. Soundness is checkSnapshot's question, after this.
 * @example migrateSnapshot({ dataVersion: 1, units: [], … }) // success({ dataVersion: 2, … })
 */
export function migrateSnapshot(value: unknown): Result<unknown, SnapshotProblem> {
  const found = isObject(value) ? value['dataVersion'] : undefined
  if (!isObject(value) || typeof found !== 'number' || !Number.isSafeInteger(found) || found < 1) return invalid('dataVersion', 'a whole number from 1')
  if (found > dataVersion) return failure({ kind: 'data-newer-than-app', found, supported: dataVersion })
  let snapshot: Readonly<Record<string, unknown>> = value
  for (const step of stepsFrom(found)) {
    const stepped = takeStep(step, snapshot)
    if (!stepped.ok) return stepped
    snapshot = stepped.value
  }
  return success(snapshot)
}

/** The same for one record, for stores that hold records one by one; untouched where no step concerns it. */
export function migrateRecord(list: MigratedList, step: DataStep, record: unknown): Result<unknown, RecordProblem> {
  return step.records[list]?.(record) ?? success(record)
}

function stepsFrom(version: number): readonly DataStep[] {
  return dataSteps.filter((step) => step.dataVersion > version)
}

function takeStep(step: DataStep, snapshot: Readonly<Record<string, unknown>>): Result<Record<string, unknown>, RecordProblem> {
  const next: Record<string, unknown> = { ...snapshot, dataVersion: step.dataVersion }
  for (const [part, empty] of Object.entries(step.parts())) {
    // A file door may hand over the part as it found it, without any: what is in it can only come from a later version.
    const there = snapshot[part]
    if (there !== undefined && !(there instanceof Map && there.size === 0)) return invalid(part, 'no such field')
    next[part] = empty
  }
  for (const list of Object.keys(step.records) as MigratedList[]) {
    const before = snapshot[list]
    if (!Array.isArray(before)) return invalid(list, 'an array')
    const after: unknown[] = []
    for (const record of before as readonly unknown[]) {
      const migrated = migrateRecord(list, step, record)
      if (!migrated.ok) return failure({ ...migrated.problem, path: `${list}[${after.length}].${migrated.problem.path}` })
      after.push(migrated.value)
    }
    next[list] = after
  }
  return success(next)
}

function invalid(path: string, expected: string): { readonly ok: false; readonly problem: RecordProblem } {
  return failure({ kind: 'invalid-record', record: 'project', path, expected })
}
