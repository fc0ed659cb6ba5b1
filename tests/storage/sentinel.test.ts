import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { aFolder } from '../builders/aFolder'
import { anEntry, assessorId, projectId, refusalOf, snapshot, withDatabase } from './withDatabase'
import { findLoss } from '#core/records/sentinel'
import { database } from '#storage/db'
import { removeProject } from '#storage/projects'
import { commitEntry } from '#storage/scores'
import { acceptPresentState, canKeepSentinel, readSentinel, readSentinels, renewSentinel, takeStock } from '#storage/sentinel'
import { writeProjectSnapshot } from '#storage/snapshots'

// The witness outside the database. localStorage as Node does not have it.
let kept = new Map<string, string>()
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) })
})
afterEach(() => vi.unstubAllGlobals())

withDatabase({ damaged: true })

async function loss() {
  return findLoss(readSentinel(), await takeStock())
}

describe('the sentinel', () => {
  test('counts every write after its commit, and no refused one', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const first = anEntry('b', null)
    await commitEntry(projectId, first)
    expect(readSentinel()?.writes).toBe(2)
    await refusalOf(commitEntry(projectId, anEntry('b', null)))
    expect(readSentinel()?.writes).toBe(2)
    expect((await takeStock()).writes).toBe(2)
    expect(await loss()).toEqual({ kind: 'none' })
  })

  test('names a database that was emptied, with what it held', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await renewSentinel()
    const db = database()
    for (const table of db.tables) if (table.name !== 'meta') await table.clear()
    await db.meta.delete('writes')
    expect(await loss()).toMatchObject({ kind: 'emptied', writes: 1, projects: [{ id: projectId, name: '评估', entries: 2, missing: { entries: 2 }, gone: true }] })
  })

  test('names an end that was cut off', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const before = await database().entries.toArray()
    const [ledgerBefore, scorecardsBefore] = [await database().ledger.toArray(), await database().scorecards.toArray()]
    await commitEntry(projectId, anEntry('b', null))
    await renewSentinel()
    const db = database()
    await db.entries.clear()
    await db.entries.bulkPut(before)
    await db.ledger.clear()
    await db.ledger.bulkPut(ledgerBefore)
    await db.scorecards.clear()
    await db.scorecards.bulkPut(scorecardsBefore)
    await db.meta.put({ key: 'writes', value: 1 })
    expect(await loss()).toMatchObject({ kind: 'shortened', writes: 1, projects: [{ id: projectId, missing: { units: 0, reports: 0, entries: 1 }, gone: false }] })
  })

  test('what a person deletes is no loss once it has taken stock', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await renewSentinel()
    await removeProject(projectId)
    await renewSentinel()
    expect(await loss()).toEqual({ kind: 'none' })
    expect(readSentinel()?.projects).toEqual([])
  })

  test('another tab that is ahead is not set back', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    kept.set('zhunsheng.sentinel', JSON.stringify({ ...readSentinel(), writes: 9 }))
    await commitEntry(projectId, anEntry('b', null, { assessorId }))
    expect(readSentinel()?.writes).toBe(9)
  })

  test('what was put in the place of more is no loss', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await writeProjectSnapshot({ ...snapshot, entries: [] }, { onExisting: 'replace' })
    expect(await loss()).toEqual({ kind: 'none' })
  })

  test('a judgement altered behind its back is named, though nothing is fewer', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const [record] = await database().ledger.toArray()
    await database().ledger.put({ ...record!, lines: record!.lines.map((line) => ({ ...line, digest: 'f'.repeat(16) })) })
    expect(await loss()).toMatchObject({ kind: 'altered', writes: 0, projects: [{ id: projectId, missing: { units: 0, reports: 0, entries: 0 }, gone: false }] })
  })

  test('a person who was told accepts what is there', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const db = database()
    for (const table of db.tables) if (table.name !== 'meta') await table.clear()
    await db.meta.delete('writes')
    await renewSentinel()
    expect(readSentinel()?.writes).toBe(1)
    await acceptPresentState()
    expect(readSentinel()).toMatchObject({ writes: 0, stock: 0, projects: [] })
    expect(await loss()).toEqual({ kind: 'none' })
  })

  test('stands in a second place, and the stricter of both counts', async () => {
    const folder = aFolder()
    vi.stubGlobal('navigator', { storage: { getDirectory: async () => folder } })
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    kept.clear()
    expect(readSentinel()).toBe(null)
    expect(await readSentinels()).toMatchObject({ writes: 1, projects: [{ id: projectId }] })
    kept.set('zhunsheng.sentinel', JSON.stringify({ ...(await readSentinels()), writes: 5 }))
    expect((await readSentinels())?.writes).toBe(5)
  })

  test('says whether it can be kept at all', () => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {}, removeItem: () => {} })
    expect(canKeepSentinel()).toBe(false)
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value), removeItem: (key: string) => void kept.delete(key) })
    expect(canKeepSentinel()).toBe(true)
    expect(kept.size).toBe(0)
  })

  test('a browser that keeps nothing outside stores all the same', async () => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError') } })
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    expect((await takeStock()).writes).toBe(1)
  })
})
