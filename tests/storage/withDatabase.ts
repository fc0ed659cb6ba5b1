import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { aSnapshot } from '../builders/aSnapshot'
import type { AssessorId, EntryId, Instant, ItemId, UnitId } from '#core/ids'
import { checkInvariants } from '#core/records/checkInvariants'
import type { Answer } from '#core/scoring/answer'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { projectTablesOf } from '#storage/projectTables'
import type { StorageProblem } from '#storage/storageProblem'

/**
 * A new database for every test, gone after it. Before it goes, everything that must hold of stored projects is checked, unless the
 * test damages them itself. Returns the name, for tests that open it once more.
 */
export function withDatabase({ damaged = false }: { readonly damaged?: boolean } = {}): () => string {
  let name = ''
  let count = 0
  beforeEach(async () => {
    count += 1
    name = `zhunsheng-test-${count}-${process.pid}`
    expect(await openDatabase(name)).toMatchObject({ ok: true })
  })
  afterEach(async () => {
    const db = database()
    if (!damaged) for (const { id } of await db.projects.toArray()) expect(checkInvariants(await projectTablesOf(db, id))).toEqual([])
    closeDatabase()
    await Dexie.delete(name)
  })
  return () => name
}

export const snapshot = aSnapshot()
export const projectId = snapshot.project.id
export const [unitA, unitB] = snapshot.units.map((unit) => unit.id) as [UnitId, UnitId]
export const assessorId = (snapshot.assessors[0] as { readonly id: AssessorId }).id

let made = 0

/** An entry on unitA, scored by judgement; ids count up. */
export function anEntry(itemId: string, replaces: EntryId | null, more: Partial<ScoreEntry> = {}): ScoreEntry {
  made += 1
  const answer: Answer = { kind: 'judge', points: made }
  const id = `E${String(made).padStart(25, '0')}` as EntryId
  return { id, unitId: unitA, itemId: itemId as ItemId, assessorId, at: `2025-03-02T01:00:00.${String(made % 1000).padStart(3, '0')}Z` as Instant, replaces, state: 'scored', answer, ...noGrounds, ...more }
}

/** What a writer refused with. Anything but a refusal fails the test. */
export async function refusalOf(writing: Promise<unknown>): Promise<StorageProblem> {
  const error: unknown = await writing.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  )
  expect(error).toHaveProperty('problem')
  return (error as { readonly problem: StorageProblem }).problem
}

/** Another tab on the same database: modules of its own, so nothing is shared but what is stored. */
export async function openTab(name: string) {
  vi.resetModules()
  const db = await import('#storage/db')
  const tab = { ...(await import('#storage/scores')), ...(await import('#storage/units')), ...(await import('#storage/queries/standingEntry')) }
  expect(await db.openDatabase(name)).toMatchObject({ ok: true })
  return { ...tab, close: db.closeDatabase }
}

export type Tab = Awaited<ReturnType<typeof openTab>>
