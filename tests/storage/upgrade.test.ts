import { readFileSync } from 'node:fs'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ItemId, ProjectId, ReportId } from '#core/ids'
import { checkInvariants } from '#core/records/checkInvariants'
import { dataVersion } from '#core/records/dataVersion'
import { checkSnapshot } from '#core/records/projectSnapshot'
import { closeDatabase, database, openDatabase } from '#storage/db'
import { peekDataVersion } from '#storage/peekDataVersion'
import { projectTablesOf } from '#storage/projectTables'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { readProjectSnapshot } from '#storage/snapshots'

// The rows of a database that the program of version 1 wrote: live and packed history, remarks, an earlier rubric, a draft. Frozen.
const sample = JSON.parse(readFileSync(new URL('../samples/versions/v1.rows.json', import.meta.url), 'utf8'), (_key, value: unknown) =>
  typeof value === 'object' && value !== null && '$base64' in value ? new Uint8Array(Buffer.from(value.$base64 as string, 'base64')) : value,
) as { readonly dataVersion: number; readonly indexVersion: number; readonly schema: Record<string, string>; readonly tables: Record<string, Record<string, unknown>[]> }

let count = 0
let name = ''
let old: Dexie
beforeEach(async () => {
  count += 1
  name = `zhunsheng-upgrade-${count}-${process.pid}`
  old = await writtenByVersion1(sample.tables)
})
afterEach(async () => {
  old.close()
  closeDatabase()
  await Dexie.delete(name)
})

/** A window of the old program: it gives way when a newer one upgrades, as version 1 did. */
async function writtenByVersion1(tables: typeof sample.tables): Promise<Dexie> {
  const db = new Dexie(name)
  db.version(sample.indexVersion).stores(sample.schema)
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true })
    return false
  })
  await db.open()
  for (const [table, rows] of Object.entries(tables)) await db.table(table).bulkAdd(rows)
  return db
}

async function allRows(): Promise<Record<string, unknown[]>> {
  return Object.fromEntries(await Promise.all(database().tables.map(async (table): Promise<[string, unknown[]]> => [table.name, await table.toArray()])))
}

const projectIds = sample.tables['projects']!.map(({ id }) => id as ProjectId)

describe('a database of version 1', () => {
  test('opens as this version, sound, with every row of the history and the ledger as it was written', async () => {
    expect(await peekDataVersion(name)).toEqual({ kind: 'there', dataVersion: 1 })
    expect(await openDatabase(name)).toMatchObject({ ok: true })
    expect(await peekDataVersion(name)).toEqual({ kind: 'there', dataVersion })
    const rows = await allRows()
    for (const table of ['projects', 'rubrics', 'rubricDrafts', 'assessors', 'originals', 'scorecards', 'remarks', 'entries', 'segments', 'ledger']) expect([table, rows[table]]).toEqual([table, sample.tables[table]])
    expect(rows['meta']).toEqual(sample.tables['meta']!.map((row) => (row['key'] === 'dataVersion' ? { key: 'dataVersion', value: dataVersion } : row)))
    expect(rows['units']).toEqual(sample.tables['units']!.map((row) => ({ ...row, code: null })))
    expect(rows['reports']).toEqual(sample.tables['reports']!.map((row) => ({ ...row, format: 'text', sourceAddress: null, supersededBy: null })))
    expect(rows['texts']).toEqual(sample.tables['texts']!.map((row) => ({ ...row, edits: [], pages: [] })))
    expect(rows['attachments']).toEqual([])
    for (const projectId of projectIds) expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
  })

  test('is read by the queries and leaves as a project file of this version would', async () => {
    await openDatabase(name)
    const [projectId] = projectIds as [ProjectId]
    const snapshot = await readProjectSnapshot(projectId)
    expect(checkSnapshot(snapshot)).toEqual({ ok: true, value: snapshot })
    expect(snapshot.earlierRubrics).toHaveLength(1)
    const second = snapshot.reports.find(({ encoding }) => encoding === 'gb18030')!
    expect(await reportOfUnit(projectId, second.unitId)).toEqual(second)
    const { unitId, assessorId } = snapshot.entries.find(({ note }) => note === '见标题')!
    const history = await entriesOfItem(projectId, unitId, assessorId, 'a' as ItemId)
    expect(history.map(({ evidence, searched, proofs, accepted }) => ({ quotes: evidence.map(({ quote }) => quote), searched, proofs, accepted }))).toEqual(
      history.map(() => ({ quotes: ['云澜县'], searched: [], proofs: [], accepted: null })),
    )
  })

  test('an open window of the old program gives way and writes nothing more', async () => {
    await openDatabase(name)
    const before = await allRows()
    await expect(old.table('units').clear()).rejects.toThrow('Database has been closed')
    expect(await allRows()).toEqual(before)
  })

  test('a damaged row is left as it lies there and named, and closes nothing', async () => {
    const [lost] = sample.tables['texts']!
    await old.table<unknown, unknown>('texts').delete([lost!['projectId'], lost!['id']])
    await old.table('units').toCollection().modify((unit: { name: string; code?: string }) => {
      if (unit.name === '松屿县人民政府') unit.code = 'early'
    })
    expect(await openDatabase(name)).toMatchObject({ ok: true })
    const problems = (await Promise.all(projectIds.map(async (id) => checkInvariants(await projectTablesOf(database(), id))))).flat()
    expect(problems.map(({ kind }) => kind)).toEqual(['report-text-missing'])
    expect((await database().units.toArray()).map(({ code }) => code)).toEqual([null, 'early', null, 'early'])
  })

  test('a database that was never at the second index version opens, too', async () => {
    old.close()
    await Dexie.delete(name)
    const { rubricDrafts: _drafts, ...schema } = sample.schema
    const first = new Dexie(name)
    first.version(1).stores(schema)
    await first.open()
    for (const [table, rows] of Object.entries(sample.tables)) if (table in schema) await first.table(table).bulkAdd(rows)
    first.close()
    expect(await openDatabase(name)).toMatchObject({ ok: true })
    expect(await database().rubricDrafts.count()).toBe(0)
    for (const projectId of projectIds) expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
    expect((await database().reports.get([projectIds[0]!, sample.tables['reports']![0]!['id'] as ReportId]))?.format).toBe('text')
  })
})
