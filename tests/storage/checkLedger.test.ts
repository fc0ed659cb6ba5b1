import { beforeEach, expect, test } from 'vitest'
import { anEntry, assessorId, projectId, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import type { AssessorId } from '#core/ids'
import type { HistorySegmentRecord } from '#core/records/historyRecord'
import { database } from '#storage/db'
import { appendHistory } from '#storage/history'
import { checkLedger } from '#storage/queries/checkLedger'
import { commitEntry } from '#storage/scores'
import { writeProjectSnapshot } from '#storage/snapshots'

withDatabase({ damaged: true })

const key = { unitId: unitA, assessorId }
const place = [projectId, assessorId, unitA] as [string, string, string]
const ofSegment = { kind: 'invalid-record', record: 'history segment', path: 'digest', expected: 'the digest of the segment' }

/** unitA: two live entries; unitB: two received ones, in a segment only. */
beforeEach(async () => {
  await writeProjectSnapshot({ ...snapshot, entries: [] }, { onExisting: 'refuse' })
  const first = anEntry('a', null)
  await commitEntry(projectId, first)
  await commitEntry(projectId, anEntry('a', first.id))
  await appendHistory(projectId, [anEntry('a', null, { unitId: unitB }), anEntry('b', null, { unitId: unitB })])
})

async function damage() {
  return (await checkLedger(projectId)).damage
}

test('sound data: nothing to say, how many were counted, and how far it has come', async () => {
  const steps: [number, number][] = []
  const all = snapshot.assessors.length
  expect(await checkLedger(projectId, (done, of) => steps.push([done, of]))).toEqual({ damage: [], entries: 4 })
  expect(steps).toEqual(Array.from({ length: all }, (_none, index) => [index + 1, all]))
})

test('a lost scorecard', async () => {
  await database().scorecards.delete(place)
  expect(await damage()).toEqual([{ kind: 'scorecard-missing', ...key }])
})

test.each([['answers', 'J99'], ['states', '4'], ['entryIds', 'E-other']])('altered %s', async (field, value) => {
  await database().scorecards.update(place, { [field]: value })
  expect(await damage()).toEqual([{ kind: 'ledger-altered', ...key }])
})

test('a lost line of its own', async () => {
  await database().ledger.delete([projectId, unitA])
  expect(await damage()).toEqual([{ kind: 'ledger-missing', ...key }])
})

test('a lost entry', async () => {
  const [first] = await database().entries.toCollection().primaryKeys()
  await database().entries.delete(first!)
  expect(await damage()).toEqual([{ kind: 'history-incomplete', ...key, found: 1, expected: 2 }])
})

test('a lost segment', async () => {
  await database().segments.clear()
  expect(await damage()).toEqual([
    { kind: 'scorecard-missing', unitId: unitB, assessorId },
    { kind: 'history-incomplete', unitId: unitB, assessorId, found: 0, expected: 2 },
  ])
})

test.each<[string, Partial<HistorySegmentRecord>]>([
  ['an answer', { answers: 'J1\u001fJ2' }],
  ['a note', { remarks: '[[1,"改",[]]]' }],
  ['unreadable columns', { ids: 'one' }],
])('%s altered in a segment', async (_what, change) => {
  const [segment] = await database().segments.toArray()
  await database().segments.put({ ...(segment as HistorySegmentRecord), ...change })
  expect(await damage()).toContainEqual({ kind: 'history-unreadable', unitId: unitB, assessorId, problem: ofSegment })
})

test('work of somebody whom only the ledger knows any more', async () => {
  const gone = 'G'.repeat(26) as AssessorId
  const record = await database().ledger.get([projectId, unitA])
  await database().ledger.put({ ...record!, lines: [...record!.lines, { assessorId: gone, entryCount: 1, digest: '0'.repeat(16) }] })
  expect(await damage()).toEqual([
    { kind: 'scorecard-missing', unitId: unitA, assessorId: gone },
    { kind: 'history-incomplete', unitId: unitA, assessorId: gone, found: 0, expected: 1 },
  ])
})
