import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { anyHistory } from '../builders/entryArbitraries'
import { anEntry, assessorId, projectId, refusalOf, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import type { ItemId, UnitId } from '#core/ids'
import { checkInvariants } from '#core/records/checkInvariants'
import { latestEntries } from '#core/records/latestEntries'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { database } from '#storage/db'
import { appendHistory } from '#storage/history'
import { projectTablesOf } from '#storage/projectTables'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { commitEntry } from '#storage/scores'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'

withDatabase()

beforeEach(async () => {
  await writeProjectSnapshot({ ...snapshot, entries: [] }, { onExisting: 'refuse' })
})

function here(entries: readonly ScoreEntry[], unitId: UnitId = unitA): ScoreEntry[] {
  return entries.map((entry) => ({ ...entry, unitId, assessorId }))
}

describe('appendHistory', () => {
  test('received twice is received once', async () => {
    const entries = [anEntry('a', null, { note: '一' }), anEntry('b', null), anEntry('a', null, { unitId: unitB })]
    expect(await appendHistory(projectId, entries)).toBe(3)
    expect(await appendHistory(projectId, entries)).toBe(0)
    expect((await readProjectSnapshot(projectId)).entries).toEqual(entries)
    expect(await database().segments.count()).toBe(1)
  })

  test('joins what was scored here, in any order, and the entry that stands does not depend on it', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.nat(), fc.nat(), async (drawn, first, second) => {
        const entries = here(drawn)
        const cuts = [first, second].map((cut) => cut % (entries.length + 1)).sort((a, b) => a - b) as [number, number]
        await writeProjectSnapshot({ ...snapshot, entries: [] }, { onExisting: 'replace' })
        for (const part of [entries.slice(cuts[1]), entries.slice(0, cuts[0]), entries, entries.slice(cuts[0], cuts[1])]) await appendHistory(projectId, part)
        const { marks } = await scorecardOfUnit(projectId, unitA, assessorId)
        expect(new Map([...marks].map(([itemId, mark]) => [itemId, mark.entryId]))).toEqual(new Map(latestEntries(entries).map((entry) => [entry.itemId, entry.id])))
        expect((await readProjectSnapshot(projectId)).entries.map(({ id }) => id).sort()).toEqual(entries.map(({ id }) => id).sort())
        expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('live entries and received ones are one history', async () => {
    const first = anEntry('a', null)
    const change = anEntry('a', first.id)
    const fromElsewhere = anEntry('a', change.id, { note: '他机' })
    const last = anEntry('a', fromElsewhere.id)
    await appendHistory(projectId, [first])
    await commitEntry(projectId, change)
    expect(await appendHistory(projectId, [first, change, fromElsewhere])).toBe(1)
    await commitEntry(projectId, last)
    expect(await entriesOfItem(projectId, unitA, assessorId, 'a' as ItemId)).toEqual([first, change, fromElsewhere, last])
    expect(await verifyLedger(projectId)).toEqual([])
  })

  test('more than one segment: every scorecard is read from its own', async () => {
    const entries = [unitA, unitB].flatMap((unitId) => Array.from({ length: 1_200 }, (_none, index) => anEntry(`i${index}`, null, { unitId })))
    expect(await appendHistory(projectId, entries)).toBe(2_400)
    expect(await database().segments.count()).toBe(2)
    const cards = await scorecardsOfProject(projectId, assessorId)
    expect(cards.map(({ unitId, marks }) => [unitId, marks.size])).toEqual([[unitA, 1_200], [unitB, 1_200]])
    expect((await readProjectSnapshot(projectId)).entries).toEqual(entries)
  })

  test('one scorecard larger than a segment stays whole', async () => {
    const entries = Array.from({ length: 2_500 }, (_none, index) => anEntry(`i${index}`, null))
    expect(await appendHistory(projectId, entries)).toBe(2_500)
    expect((await scorecardOfUnit(projectId, unitA, assessorId)).marks.size).toBe(2_500)
  })

  test('nothing at all is nothing', async () => {
    expect(await appendHistory(projectId, [])).toBe(0)
  })

  test('entries of units and assessors that are not here are refused whole', async () => {
    expect(await refusalOf(appendHistory(projectId, [anEntry('a', null), anEntry('a', null, { unitId: 'x' as UnitId })]))).toEqual({ kind: 'not-found', what: 'unit' })
    expect(await refusalOf(appendHistory(projectId, [anEntry('a', null, { assessorId: 'x' as ScoreEntry['assessorId'] })]))).toEqual({ kind: 'not-found', what: 'assessor' })
    expect(await database().segments.count()).toBe(0)
  })
})
