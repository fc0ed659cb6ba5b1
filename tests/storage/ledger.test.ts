import { beforeEach, describe, expect, test } from 'vitest'
import { anEntry, assessorId, projectId, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import type { OutsideProof } from '#core/evidence/outsideProof'
import type { ReportId, Sha256 } from '#core/ids'
import { checkInvariants } from '#core/records/checkInvariants'
import type { HistorySegmentRecord } from '#core/records/historyRecord'
import { database } from '#storage/db'
import { appendHistory } from '#storage/history'
import { projectTablesOf } from '#storage/projectTables'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { commitEntry } from '#storage/scores'
import { writeProjectSnapshot } from '#storage/snapshots'

withDatabase({ damaged: true })

const key = { unitId: unitA, assessorId }
const place = [projectId, assessorId, unitA] as [string, string, string]

/** unitA: two live entries, one with a note; unitB: two received ones. */
beforeEach(async () => {
  await writeProjectSnapshot({ ...snapshot, entries: [] }, { onExisting: 'refuse' })
  const first = anEntry('a', null, { note: '旧' })
  await commitEntry(projectId, first)
  await commitEntry(projectId, anEntry('a', first.id, { note: '新' }))
  await appendHistory(projectId, [anEntry('a', null, { unitId: unitB }), anEntry('b', null, { unitId: unitB, note: '来' })])
})

describe('the ledger', () => {
  test('has nothing to say of sound data', async () => {
    expect(await verifyLedger(projectId)).toEqual([])
    expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
  })

  test('misses a lost scorecard', async () => {
    await database().scorecards.delete(place)
    expect(await verifyLedger(projectId)).toEqual([{ kind: 'scorecard-missing', ...key }])
  })

  test.each([['answers', 'J99'], ['states', '4'], ['entryIds', 'E-other'], ['entryCount', 5]])('sees altered %s', async (field, value) => {
    await database().scorecards.update(place, { [field]: value })
    expect((await verifyLedger(projectId)).map(({ kind }) => kind)).toEqual(['ledger-altered', 'scorecard-altered'])
  })

  test('sees a scorecard and its ledger line altered together: the history knows better', async () => {
    const card = await database().scorecards.get(place)
    await database().scorecards.put({ ...(card as NonNullable<typeof card>), answers: 'J99' })
    const { digestScorecard } = await import('#core/records/digestScorecard')
    const digest = digestScorecard({ ...(card as NonNullable<typeof card>), answers: 'J99' })
    await database().ledger.update([projectId, unitA], { lines: [{ assessorId, entryCount: 2, digest }] })
    expect(await verifyLedger(projectId)).toEqual([{ kind: 'scorecard-altered', ...key }])
  })

  test('misses its own line', async () => {
    await database().ledger.delete([projectId, unitA])
    expect(await verifyLedger(projectId)).toEqual([{ kind: 'ledger-missing', ...key }])
  })

  test('misses a lost entry, first or last', async () => {
    const [first, last] = await database().entries.toCollection().primaryKeys()
    const lost = await database().entries.get(last as typeof first & object)
    await database().entries.delete(last as NonNullable<typeof last>)
    expect(await verifyLedger(projectId)).toEqual([{ kind: 'history-incomplete', ...key, found: 1, expected: 2 }])
    await database().entries.add(lost as NonNullable<typeof lost>)
    await database().entries.delete(first as NonNullable<typeof first>)
    expect(await verifyLedger(projectId)).toEqual([{ kind: 'history-incomplete', ...key, found: 1, expected: 2 }])
  })

  test('misses a lost segment', async () => {
    await database().segments.clear()
    expect(await verifyLedger(projectId)).toEqual([
      { kind: 'scorecard-missing', unitId: unitB, assessorId },
      { kind: 'history-incomplete', unitId: unitB, assessorId, found: 0, expected: 2 },
    ])
  })

  test.each<[string, Partial<HistorySegmentRecord>]>([
    ['an answer', { answers: 'J1\u001fJ2' }],
    ['which entries stand', { standing: '10' }],
    ['a note', { remarks: '[[1,"改",[]]]' }],
    ['the instants', { instants: 'zz\u001f1' }],
    ['where it begins', { froms: [1] }],
  ])('sees %s altered in a segment', async (_what, change) => {
    const [segment] = await database().segments.toArray()
    await database().segments.put({ ...(segment as HistorySegmentRecord), ...change })
    const problem = { kind: 'invalid-record', record: 'history segment', path: 'digest', expected: 'the digest of the segment' }
    expect(await verifyLedger(projectId)).toContainEqual({ kind: 'history-unreadable', unitId: unitB, assessorId, problem })
  })

  test('a segment that cannot be read at all is named, not thrown', async () => {
    const [segment] = await database().segments.toArray()
    await database().segments.put({ ...(segment as HistorySegmentRecord), ids: 'one' })
    expect((await verifyLedger(projectId)).map(({ kind }) => kind)).toContain('history-unreadable')
  })

  test('misses a lost remark and sees an altered one', async () => {
    await database().remarks.where('[projectId+assessorId+unitId+itemId]').equals([...place, 'a']).modify({ note: '改' })
    expect(await verifyLedger(projectId)).toEqual([{ kind: 'remarks-altered', ...key }])
    await database().remarks.clear()
    expect(await verifyLedger(projectId)).toEqual([{ kind: 'remarks-altered', ...key }])
  })

  test('an unreadable entry is named', async () => {
    await database().entries.toCollection().modify((entry) => {
      Object.assign(entry, { answer: 'J1x' })
    })
    expect((await verifyLedger(projectId)).map(({ kind }) => kind)).toEqual(['history-unreadable'])
  })
})

const proof: OutsideProof = { address: '', seenOn: null, note: '', file: { hash: 'b'.repeat(64) as Sha256, name: '截图.png', sizeBytes: 3, mediaType: 'image/png' } }

describe('checkInvariants', () => {
  test.each<[string, () => Promise<unknown>, object]>([
    ['a lost unit', () => database().units.delete([projectId, unitB]), { kind: 'dangling-reference', from: 'scorecard', to: unitB }],
    ['a lost assessor', () => database().assessors.clear(), { kind: 'dangling-reference', from: 'scorecard', to: assessorId }],
    ['a lost rubric', () => database().rubrics.clear(), { kind: 'rubric-missing' }],
    ['an altered rubric', () => database().rubrics.toCollection().modify((record) => void Object.assign(record.rubric, { name: '改' })), { kind: 'rubric-altered' }],
    ['a lost project', () => database().projects.clear(), { kind: 'project-missing' }],
    ['a lost text', () => database().texts.clear(), { kind: 'report-text-missing', reportId: snapshot.reports[0]?.id }],
    ['a lost original', () => database().originals.clear(), { kind: 'original-missing', reportId: snapshot.reports[0]?.id }],
    ['an altered text', () => database().texts.toCollection().modify({ text: '改' }), { kind: 'report-misfit', reportId: snapshot.reports[0]?.id, what: 'text' }],
    ['edits that did not lead to the text', () => database().texts.toCollection().modify({ edits: [{ at: snapshot.project.createdAt, assessorId: null, start: 0, removed: '', inserted: '不是' }] }), { kind: 'report-misfit', what: 'edits' }],
    ['pages beyond the text', () => database().texts.toCollection().modify({ pages: [0, 1_000] }), { kind: 'report-misfit', what: 'pages' }],
    ['a version that nothing replaced', () => database().reports.toCollection().modify({ supersededBy: 'x' as ReportId }), { kind: 'report-misfit', what: 'version' }],
    ['an attachment with other bytes', () => database().attachments.add({ projectId, hash: 'a'.repeat(64) as Sha256, bytes: new Uint8Array([1]) }), { kind: 'attachment-altered', hash: 'a'.repeat(64) }],
    ['a lost attachment of an entry stored alone', () => database().entries.toCollection().modify({ proofs: [proof] }), { kind: 'attachment-missing', hash: 'b'.repeat(64) }],
    ['a lost attachment of an entry that arrived', () => database().segments.toCollection().modify({ remarks: JSON.stringify([[0, '', [], { proofs: [proof] }]]) }), { kind: 'attachment-missing', hash: 'b'.repeat(64) }],
    ['a lost earlier rubric', () => database().meta.put({ key: `earlierRubrics:${projectId}`, value: [{ hash: 'c'.repeat(64), replacedAt: snapshot.project.createdAt }] }), { kind: 'earlier-rubric-missing', hash: 'c'.repeat(64) }],
    ['a name twice', () => database().units.toCollection().modify({ name: '同名' }), { kind: 'duplicate-name', name: '同名' }],
    ['an altered entry id', () => database().entries.toCollection().modify((entry) => void Object.assign(entry, { id: 'same' })), { kind: 'scorecard-altered' }],
  ])('names %s', async (_what, damage, problem) => {
    await damage()
    expect(checkInvariants(await projectTablesOf(database(), projectId))).toContainEqual(expect.objectContaining(problem))
  })
})
