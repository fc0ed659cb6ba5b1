import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { anEntry, assessorId, projectId, refusalOf, snapshot, withDatabase } from './withDatabase'
import { findLoss } from '#core/records/sentinel'
import { database } from '#storage/db'
import { removeProject } from '#storage/projects'
import { commitEntry } from '#storage/scores'
import { readSentinel, renewSentinel, takeStock } from '#storage/sentinel'
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
    expect(await loss()).toMatchObject({ kind: 'emptied', writes: 1, projects: [{ id: projectId, name: '评估', entries: 2, missing: 2, gone: true }] })
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
    expect(await loss()).toMatchObject({ kind: 'shortened', writes: 1, projects: [{ id: projectId, missing: 1, gone: false }] })
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

  test('a browser that keeps nothing outside stores all the same', async () => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError') } })
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    expect((await takeStock()).writes).toBe(1)
  })
})
