import { describe, expect, test } from 'vitest'
import { aFullSnapshot } from '../builders/aFullSnapshot'
import { anEntry, projectId, refusalOf, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import { sha256 } from '#core/digest/sha256'
import type { Instant, ProjectId } from '#core/ids'
import { checkSnapshot, moveSnapshot } from '#core/records/projectSnapshot'
import { addAttachment } from '#storage/attachments'
import { database } from '#storage/db'
import { rememberFileSave } from '#storage/fileSaves'
import { removeProject } from '#storage/projects'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { commitEntry } from '#storage/scores'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import { changeUnit } from '#storage/units'

withDatabase()
const full = aFullSnapshot()

describe('snapshots', () => {
  test('a project comes back whole and sound, twice round too', async () => {
    expect(await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })).toBe(projectId)
    const first = await readProjectSnapshot(projectId)
    expect(first).toEqual(snapshot)
    expect(checkSnapshot(first)).toMatchObject({ ok: true })
    await writeProjectSnapshot(first, { onExisting: 'replace' })
    expect(await readProjectSnapshot(projectId)).toEqual(snapshot)
  })

  test('one with versions, edits and kept files comes back whole, too', async () => {
    await writeProjectSnapshot(full, { onExisting: 'refuse' })
    expect(await readProjectSnapshot(projectId)).toEqual({ ...full, entries: expect.arrayContaining([...full.entries]) as unknown })
    expect((await readProjectSnapshot(projectId)).entries).toHaveLength(full.entries.length)
  })

  test('a file that no entry names stays out; one that is lost is refused', async () => {
    await writeProjectSnapshot(full, { onExisting: 'refuse' })
    const spare = new Uint8Array([1, 2])
    await addAttachment(projectId, sha256(spare), spare)
    expect((await readProjectSnapshot(projectId)).attachments).toEqual(full.attachments)
    const kept = await database().attachments.toArray()
    await database().attachments.clear()
    expect(await refusalOf(readProjectSnapshot(projectId))).toEqual({ kind: 'not-found', what: 'attachment' })
    await database().attachments.bulkAdd(kept)
  })

  test('what was scored live goes in as well, entries after the ones they replace', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const live = anEntry('a', snapshot.entries[1]?.id ?? null, { note: '改' })
    await commitEntry(projectId, live)
    expect((await readProjectSnapshot(projectId)).entries).toEqual([...snapshot.entries, live])
  })

  test('a project that is there is kept unless it is to be replaced', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await changeUnit(projectId, unitA, { name: '改过的名字' })
    expect(await refusalOf(writeProjectSnapshot(snapshot, { onExisting: 'refuse' }))).toEqual({ kind: 'already-there', what: 'project', id: projectId })
    expect((await readProjectSnapshot(projectId)).units[0]?.name).toBe('改过的名字')
    await writeProjectSnapshot(snapshot, { onExisting: 'replace' })
    expect(await readProjectSnapshot(projectId)).toEqual(snapshot)
  })

  test('a copy lies beside the first and neither touches the other', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const copyId = 'COPY' as ProjectId
    const copy = moveSnapshot(snapshot, copyId)
    await writeProjectSnapshot(copy, { onExisting: 'refuse' })
    await commitEntry(copyId, anEntry('b', null))
    expect(await readProjectSnapshot(projectId)).toEqual(snapshot)
    expect(await verifyLedger(copyId)).toEqual([])
    await removeProject(copyId)
    expect(await readProjectSnapshot(projectId)).toEqual(snapshot)
    expect(await database().rubrics.count()).toBe(1)
  })

  test('one that fails halfway leaves nothing', async () => {
    const broken = { ...snapshot, units: snapshot.units.slice(1) }
    expect(await refusalOf(writeProjectSnapshot(broken, { onExisting: 'refuse' }))).toEqual({ kind: 'not-found', what: 'unit' })
    expect(await rowCounts()).toEqual({ meta: ['dataVersion', 'since'].length })
  })

  test('an unknown project and a lost text are refused, not left out', async () => {
    expect(await refusalOf(readProjectSnapshot('x' as ProjectId))).toEqual({ kind: 'not-found', what: 'project' })
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const [text] = await database().texts.toArray()
    await database().texts.clear()
    expect(await refusalOf(readProjectSnapshot(projectId))).toEqual({ kind: 'not-found', what: 'report' })
    if (text) await database().texts.add(text)
  })
})

describe('removing for good', () => {
  test('leaves nothing', async () => {
    await writeProjectSnapshot(full, { onExisting: 'refuse' })
    await commitEntry(projectId, anEntry('b', null, { unitId: unitB, note: '记' }))
    await rememberFileSave(projectId, { at: '2025-03-02T01:00:00.000Z' as Instant, fileName: '评估.zip' })
    const before = await rowCounts()
    // Drafts of rubrics belong to no project.
    expect(Object.keys(before).sort()).toEqual(database().tables.map((table) => table.name).filter((name) => name !== 'rubricDrafts').sort())
    await removeProject(projectId)
    expect(await rowCounts()).toEqual({ meta: ['dataVersion', 'since', 'writes'].length })
    await removeProject(projectId)
  })
})

/** Rows in every table that has any. */
async function rowCounts(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const table of database().tables) {
    const count = await table.count()
    if (count > 0) counts[table.name] = count
  }
  return counts
}
