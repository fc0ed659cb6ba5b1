import { Dexie } from 'dexie'
import { forceCloseDatabase } from 'fake-indexeddb'
import { describe, expect, test } from 'vitest'
import { anEntry, assessorId, projectId, refusalOf, snapshot, unitA, withDatabase } from './withDatabase'
import { sha256 } from '#core/digest/sha256'
import type { Instant, ItemId, ReportId } from '#core/ids'
import { dataVersion } from '#core/records/dataVersion'
import type { AssessorRecord } from '#core/records/assessorRecord'
import type { ReportRecord } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { addAttachment } from '#storage/attachments'
import { addAssessor, rememberSignedIn } from '#storage/assessors'
import { closeDatabase, database, openDatabase, watchTakenAway } from '#storage/db'
import { rememberFileSave } from '#storage/fileSaves'
import { appendHistory } from '#storage/history'
import { peekDataVersion } from '#storage/peekDataVersion'
import { addProject, changeProject, removeProject } from '#storage/projects'
import { replaceMarks } from '#storage/replaceMarks'
import { addReport, changeReport, removeReport } from '#storage/reports'
import { appendTextEdit } from '#storage/reportText'
import { commitEntry } from '#storage/scores'
import { writeProjectSnapshot } from '#storage/snapshots'
import { StorageRefusal, storageProblemOf } from '#storage/storageProblem'
import { addUnits, changeUnit } from '#storage/units'
import { writeTransaction } from '#storage/writeTransaction'

const nameOf = withDatabase()

describe('opening', () => {
  test('a new database has the data version, and strict durability', async () => {
    expect(await database().meta.toArray()).toEqual([{ key: 'dataVersion', value: dataVersion }, { key: 'since', value: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) }])
    expect((database() as unknown as { _options: object })._options).toMatchObject({ chromeTransactionDurability: 'strict' })
  })

  test('looking for a database makes none', async () => {
    expect(await peekDataVersion('not-there')).toEqual({ kind: 'none' })
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain('not-there')
  })

  test('data of a newer app are refused and left as they are', async () => {
    await database().meta.put({ key: 'dataVersion', value: dataVersion + 1 })
    closeDatabase()
    expect(await openDatabase(nameOf())).toEqual({ ok: false, problem: { kind: 'data-newer-than-app', found: dataVersion + 1, supported: dataVersion } })
    expect(() => database()).toThrow('openDatabase comes first')
    expect(await peekDataVersion(nameOf())).toEqual({ kind: 'there', dataVersion: dataVersion + 1 })
    await putDataVersion(nameOf(), dataVersion)
    expect(await openDatabase(nameOf())).toMatchObject({ ok: true })
  })

  test('a newer schema with newer data is refused before it is opened for writing', async () => {
    const name = `${nameOf()}-newer`
    const newer = new Dexie(name)
    newer.version(9).stores({ meta: 'key', invented: '++id' })
    await newer.table('meta').put({ key: 'dataVersion', value: 7 })
    newer.close()
    const opened = await openDatabase(name)
    expect(opened).toEqual({ ok: false, problem: { kind: 'data-newer-than-app', found: 7, supported: dataVersion } })
    expect((await indexedDB.databases()).find((found) => found.name === name)?.version).toBe(90)
    await Dexie.delete(name)
  })

  test('a database of our name that does not tell its version is left alone', async () => {
    const name = `${nameOf()}-foreign`
    const foreign = new Dexie(name)
    foreign.version(1).stores({ other: 'id' })
    await foreign.open()
    foreign.close()
    expect(await openDatabase(name)).toEqual({ ok: false, problem: { kind: 'data-unreadable' } })
    await Dexie.delete(name)
  })
})

describe('every write asks for the data version', () => {
  const at = snapshot.project.createdAt
  const [report] = snapshot.reports as [ReportRecord]
  const bytes = new Uint8Array([1])
  const writers: Record<string, () => Promise<unknown>> = {
    addProject: () => addProject({ ...snapshot.project, id: 'other' as typeof projectId }, snapshot.rubric),
    changeProject: () => changeProject(projectId, { name: '新' }),
    removeProject: () => removeProject(projectId),
    addUnits: () => addUnits(projectId, [{ ...(snapshot.units[0] as UnitRecord), id: 'u' as UnitRecord['id'], name: '新单位' }]),
    changeUnit: () => changeUnit(projectId, unitA, { name: '新单位' }),
    addAssessor: () => addAssessor({ projectId, id: 'a' as AssessorRecord['id'], name: '乙', createdAt: at }),
    rememberSignedIn: () => rememberSignedIn(projectId, null),
    addReport: () => addReport({ report: { ...report, id: 'r' as ReportId, bytesHash: 'e'.repeat(64) as ReportRecord['bytesHash'] }, original: bytes }),
    changeReport: () => changeReport(projectId, report.id, { year: 2023 }),
    removeReport: () => removeReport(projectId, report.id),
    appendTextEdit: () => appendTextEdit(projectId, report.id, { at, assessorId: null, start: 0, removed: '', inserted: '新' }),
    addAttachment: () => addAttachment(projectId, sha256(bytes), bytes),
    replaceMarks: () => replaceMarks(projectId, { unitId: unitA, assessorIds: [assessorId], itemIds: ['a' as ItemId] }, ({ mark, ...place }) => anEntry('a', mark.entryId, place)),
    rememberFileSave: () => rememberFileSave(projectId, { at, fileName: 'x' }),
    commitEntry: () => commitEntry(projectId, anEntry('b', null)),
    appendHistory: () => appendHistory(projectId, [anEntry('b', null)]),
    writeProjectSnapshot: () => writeProjectSnapshot({ ...snapshot, project: { ...snapshot.project, name: '新' } }, { onExisting: 'replace' }),
  }

  test.each(Object.keys(writers))('%s writes nothing into newer data', async (name) => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await database().meta.put({ key: 'dataVersion', value: dataVersion + 1 })
    const before = await everything()
    expect(await refusalOf((writers[name] as () => Promise<unknown>)())).toEqual({ kind: 'data-newer-than-app', found: dataVersion + 1, supported: dataVersion })
    expect(await everything()).toEqual(before)
    await database().meta.put({ key: 'dataVersion', value: dataVersion })
    const readable = await everything()
    await (writers[name] as () => Promise<unknown>)()
    expect(await everything()).not.toEqual(readable)
  })

  test('nor into data that lost their version', async () => {
    await database().meta.delete('dataVersion')
    expect(await refusalOf(addProject(snapshot.project, snapshot.rubric))).toEqual({ kind: 'data-unreadable' })
    expect(await database().projects.count()).toBe(0)
  })
})

describe('failures', () => {
  test('a full disk is told as such, however it is wrapped, and undoes the transaction', async () => {
    const db = database()
    const writing = writeTransaction(db, [db.projects], async () => {
      await db.projects.add(snapshot.project)
      throw Object.assign(new Error('aborted'), { name: 'AbortError', inner: new DOMException('full', 'QuotaExceededError') })
    })
    expect(await refusalOf(writing)).toEqual({ kind: 'quota-exceeded' })
    expect(await db.projects.count()).toBe(0)
  })

  test('anything else is told in the words of the database', () => {
    expect(storageProblemOf(new DOMException('gone', 'InvalidStateError'))).toEqual({ kind: 'storage-failed', detail: 'InvalidStateError: gone' })
    expect(storageProblemOf(new DOMException('IO error: …/000008.log: FILE_ERROR_NO_SPACE (3::WritableFileAppend::8)', 'UnknownError'))).toEqual({ kind: 'quota-exceeded' })
    expect(storageProblemOf('odd')).toEqual({ kind: 'storage-failed', detail: 'odd' })
    expect(storageProblemOf(new StorageRefusal({ kind: 'data-unreadable' }))).toEqual({ kind: 'data-unreadable' })
  })

  test('a database deleted by another window is not opened again, empty, behind this one’s back', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await Dexie.delete(nameOf())
    expect(await refusalOf(changeProject(projectId, { name: '改名' }))).toMatchObject({ kind: 'storage-failed' })
    await expect(database().projects.toArray()).rejects.toThrow('Database has been closed')
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(nameOf())
    expect((await openDatabase(nameOf())).ok).toBe(true)
  })

  test('a database that the browser closed is opened again for the next write, if it is the one that was open', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const told: unknown[] = []
    const stop = watchTakenAway((why) => told.push(why))
    const closeIt = () => forceCloseDatabase(database().backendDB() as unknown as Parameters<typeof forceCloseDatabase>[0])
    closeIt()
    expect(told).toEqual(['gone'])
    await changeProject(projectId, { name: '新' })
    expect(told).toEqual(['gone', null])
    expect((await database().projects.get(projectId))?.name).toBe('新')

    await database().meta.put({ key: 'writes', value: 0 })
    closeIt()
    expect(await refusalOf(changeProject(projectId, { name: '又' }))).toEqual({ kind: 'storage-failed', detail: 'the database is not the one that was open' })
    stop()
    expect(told).toEqual(['gone', null, 'gone'])
    closeDatabase()
    await openDatabase(nameOf())
  })

  test('a damaged record is refused, nothing is stored', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const before = await everything()
    expect(await refusalOf(changeProject(projectId, { name: ' ' }))).toMatchObject({ kind: 'invalid-record', problem: { path: 'name' } })
    expect(await refusalOf(commitEntry(projectId, anEntry('b', null, { at: 'now' as Instant, assessorId })))).toMatchObject({ kind: 'invalid-record', problem: { path: 'at' } })
    expect(await everything()).toEqual(before)
  })
})

async function everything(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const table of database().tables) rows[table.name] = await table.toArray()
  return rows
}

async function putDataVersion(name: string, value: number): Promise<void> {
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error as Error)
  })
  await new Promise<void>((resolve) => {
    const transaction = raw.transaction('meta', 'readwrite')
    transaction.objectStore('meta').put({ key: 'dataVersion', value })
    transaction.oncomplete = () => resolve()
  })
  raw.close()
}
