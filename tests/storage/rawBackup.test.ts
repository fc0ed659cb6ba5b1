import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aFolder } from '../builders/aFolder'
import { anEntry, projectId, snapshot, withDatabase } from './withDatabase'
import { dataVersion } from '#core/records/dataVersion'
import { copiesBeforeUpgrade } from '#storage/copyBeforeUpgrade'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { restoreRawBackup, writeRawBackup } from '#storage/rawBackup'
import { commitEntry } from '#storage/scores'
import { writeProjectSnapshot } from '#storage/snapshots'

const nameOf = withDatabase()

async function everything(): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {}
  for (const table of database().tables) rows[table.name] = await table.toArray()
  return rows
}

describe('a whole database as one file', () => {
  test('comes back as it was, bytes and all, under another name', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await commitEntry(projectId, anEntry('b', null, { note: '说明' }))
    const before = await everything()
    const rows = Object.values(before).reduce((sum, list) => sum + list.length, 0)
    const file = await writeRawBackup(nameOf())
    closeDatabase()
    const name = `${nameOf()}-restored`
    expect(await restoreRawBackup(name, file)).toEqual({ ok: true, value: rows })
    expect(await openDatabase(name)).toMatchObject({ ok: true })
    expect(await everything()).toEqual(before)
    await Dexie.delete(name)
    await openDatabase(nameOf())
  })

  test('data of a newer program come out whole, though nothing here knows their tables', async () => {
    const name = `${nameOf()}-newer`
    const newer = new Dexie(name)
    newer.version(9).stores({ meta: 'key', invented: '++id, *tags' })
    await newer.table('meta').put({ key: 'dataVersion', value: 7 })
    await newer.table('invented').put({ tags: ['甲', '乙'], bytes: new Uint8Array([0, 255]) })
    newer.close()
    const file = await writeRawBackup(name)
    await Dexie.delete(name)
    expect(await restoreRawBackup(name, file)).toEqual({ ok: true, value: 2 })
    await newer.open()
    expect(await newer.table('invented').where('tags').equals('乙').toArray()).toEqual([{ id: 1, tags: ['甲', '乙'], bytes: new Uint8Array([0, 255]) }])
    newer.close()
    await Dexie.delete(name)
  })

  test('nothing is written over, and what is no such file, or not the whole of it, is refused', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const file = await writeRawBackup(nameOf())
    const before = await everything()
    expect(await restoreRawBackup(nameOf(), file)).toEqual({ ok: false, problem: { kind: 'occupied' } })
    expect(await everything()).toEqual(before)
    const name = `${nameOf()}-none`
    expect(await restoreRawBackup(name, new Blob(['{}']))).toEqual({ ok: false, problem: { kind: 'not-a-raw-backup' } })
    expect(await restoreRawBackup(name, await zipped('{"format":"other"}\n'))).toEqual({ ok: false, problem: { kind: 'not-a-raw-backup' } })
    expect(await restoreRawBackup(name, await zipped('{"format":"zhunsheng.raw","formatVersion":2}\n'))).toEqual({ ok: false, problem: { kind: 'newer-format', found: 2 } })
    const lines = (await unzipped(file)).split('\n')
    expect(await restoreRawBackup(name, await zipped(lines.filter((_line, index) => index !== 3).join('\n')))).toEqual({ ok: false, problem: { kind: 'incomplete' } })
    expect(await restoreRawBackup(name, await zipped(lines.slice(0, -2).join('\n')))).toEqual({ ok: false, problem: { kind: 'incomplete' } })
    expect((await indexedDB.databases()).map((found) => found.name)).not.toContain(name)
  })

  test('there is none of a database that is not there, and looking makes none', async () => {
    await expect(writeRawBackup('not-there')).rejects.toMatchObject({ name: 'AbortError' })
    expect((await indexedDB.databases()).map((found) => found.name)).not.toContain('not-there')
  })
})

describe('data of an older program', () => {
  const places = { folder: () => vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } }), 'database of its own': () => vi.stubGlobal('navigator', {}) }
  let folder = aFolder()
  beforeEach(() => {
    folder = aFolder()
  })
  afterEach(async () => {
    vi.unstubAllGlobals()
    await Dexie.delete('zhunsheng-before-upgrade')
  })

  async function age(): Promise<void> {
    await database().meta.put({ key: 'dataVersion', value: dataVersion - 1 })
    closeDatabase()
  }

  test.each(Object.keys(places) as (keyof typeof places)[])('are copied as they lie there before anything is changed: %s', async (where) => {
    places[where]()
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await database().meta.put({ key: 'dataVersion', value: dataVersion - 1 })
    const before = await everything()
    await age()
    expect(await openDatabase(nameOf())).toMatchObject({ ok: true })
    const [copy, ...more] = await copiesBeforeUpgrade()
    expect(more).toEqual([])
    closeDatabase()
    const name = `${nameOf()}-before`
    expect(await restoreRawBackup(name, await copy!.file())).toMatchObject({ ok: true })
    const kept = new Dexie(name)
    await kept.open()
    const rows: Record<string, unknown[]> = {}
    for (const table of kept.tables) rows[table.name] = await table.toArray()
    expect(rows).toEqual(before)
    kept.close()
    await Dexie.delete(name)
    await openDatabase(nameOf())
    await database().meta.put({ key: 'dataVersion', value: dataVersion })
  })

  test('are not touched when the copy cannot be kept, unless the person has one elsewhere', async () => {
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => ({ getDirectoryHandle: async () => { throw new DOMException('full', 'QuotaExceededError') } }) } })
    await age()
    expect(await openDatabase(nameOf())).toEqual({ ok: false, problem: { kind: 'copy-failed', found: dataVersion - 1, detail: 'QuotaExceededError: full' } })
    expect(await openDatabase(nameOf(), { copyBeforeUpgrade: 'skip' })).toMatchObject({ ok: true })
    await database().meta.put({ key: 'dataVersion', value: dataVersion })
  })

  test('the newest two copies stay', async () => {
    places.folder()
    const stepped = vi.spyOn(Date.prototype, 'toISOString')
    for (const day of ['01', '02', '03']) {
      stepped.mockReturnValueOnce(`2026-01-${day}T00:00:00.000Z`)
      await age()
      expect(await openDatabase(nameOf())).toMatchObject({ ok: true })
    }
    stepped.mockRestore()
    expect((await copiesBeforeUpgrade()).map(({ fileName }) => fileName)).toEqual(['zhunsheng-2026-01-03T00-00-00-000Z.zhunsheng-raw.gz', 'zhunsheng-2026-01-02T00-00-00-000Z.zhunsheng-raw.gz'])
    await database().meta.put({ key: 'dataVersion', value: dataVersion })
  })
})

async function zipped(text: string): Promise<Blob> {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob()
}

async function unzipped(file: Blob): Promise<string> {
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text()
}
