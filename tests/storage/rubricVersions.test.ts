import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import { anEntry, assessorId, projectId, refusalOf, snapshot, unitA, unitB, withDatabase } from './withDatabase'
import type { AssessorId, EntryId, Instant, ItemId, ProjectId, Sha256, UnitId } from '#core/ids'
import { checkInvariants } from '#core/records/checkInvariants'
import { checkSnapshot, moveSnapshot, type ProjectSnapshot } from '#core/records/projectSnapshot'
import { hashRubric } from '#core/rubric/hashRubric'
import { noGrounds } from '#core/scoring/scoreEntry'
import type { Rubric } from '#core/rubric/rubric'
import { database } from '#storage/db'
import { projectTablesOf } from '#storage/projectTables'
import { removeProject } from '#storage/projects'
import { earlierRubricsOfProject } from '#storage/queries/earlierRubricsOfProject'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { pastOfItem } from '#storage/queries/pastOfItem'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'
import { verifyLedger } from '#storage/queries/verifyLedger'
import { watchProgress } from '#storage/queries/watchProgress'
import { replaceRubric } from '#storage/rubricVersions'
import { commitEntry } from '#storage/scores'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import { adoptRubric } from '#workflows/adoptRubric'
import type { ItemPolicy } from '#core/rubric/version/itemPolicy'

withDatabase()

const first = snapshot.rubric.rubric
const firstHash = snapshot.rubric.hash
/** 40 points for b become 50, of 110: points given by hand on another scale. */
const second = aRubric([aGroup('A', 110, [anItem('a', 60), anItem('b', 50)])], { version: '2' })

function adopt(rubric: Rubric, more: { readonly replaces?: Sha256; readonly policies?: Readonly<Record<string, ItemPolicy>>; readonly id?: ProjectId } = {}) {
  const policies = new Map(Object.entries(more.policies ?? {}) as [ItemId, ItemPolicy][])
  return adoptRubric(fixedDeps(500), more.id ?? projectId, rubric, { replaces: more.replaces ?? firstHash, policies, noteFor: ({ itemId, cause }) => `${itemId}: ${cause}` })
}

/** The first answer of a live query. */
function firstOf<T>(source: { subscribe(next: (value: T) => void, error: (reason: unknown) => void): { unsubscribe(): void } }): Promise<T> {
  return new Promise((resolve, reject) => {
    const opened = source.subscribe((value) => { setTimeout(() => opened.unsubscribe()); resolve(value) }, reject)
  })
}

async function marksOf(unitId: UnitId) {
  const { marks } = await scorecardOfUnit(projectId, unitId, assessorId)
  return Object.fromEntries([...marks].map(([itemId, { state, answer, note }]) => [itemId, answer?.kind === 'judge' ? [state, answer.points, note] : [state, null, note]]))
}

describe('adopting another version', () => {
  test('reopens what the policy says; the judgement before stays in the history and is named', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const live = anEntry('b', null, { answer: { kind: 'judge', points: 31 }, note: '缺一项' })
    await commitEntry(projectId, live)
    const before = await readProjectSnapshot(projectId)

    expect(await adopt(second)).toEqual({ ok: true, value: { ...hashRubric(second), reopened: 1, carried: 0 } })

    expect(await marksOf(unitA)).toEqual({ a: ['scored', 45.5, '缺数据'], b: ['pending', null, 'b: scale-changed'] })
    const history = await entriesOfItem(projectId, unitA, assessorId, 'b' as ItemId)
    expect(history.map(({ state, replaces, note }) => [state, replaces, note])).toEqual([['scored', null, '缺一项'], ['pending', live.id, 'b: scale-changed']])
    const after = await readProjectSnapshot(projectId)
    expect(after.entries.filter(({ id }) => before.entries.some((entry) => entry.id === id))).toEqual(before.entries)
    expect(after.entries.length).toBe(before.entries.length + 1)
    expect((await rubricOfProject(projectId)).rubric).toEqual(second)
    expect((await earlierRubricsOfProject(projectId)).map(({ record }) => record.rubric)).toEqual([first])
    expect(await verifyLedger(projectId)).toEqual([])
  })

  test('scoring goes on over it, and a second version after that', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await adopt(second, { policies: { a: 'reopen' } })
    const open = (await scorecardOfUnit(projectId, unitA, assessorId)).marks.get('a' as ItemId)!
    await commitEntry(projectId, anEntry('a', open.entryId, { answer: { kind: 'judge', points: 50 } }))
    await commitEntry(projectId, anEntry('b', null, { unitId: unitB, answer: { kind: 'judge', points: 12 } }))
    const third = { ...second, version: '3', name: '另一名称' }
    expect(await adopt(third, { replaces: hashRubric(second).hash, policies: { a: 'reopen' } })).toMatchObject({ ok: true, value: { reopened: 0 } })
    expect((await marksOf(unitA))['a']).toEqual(['scored', 50, ''])
    // And back to the first: the same record, kept once.
    expect(await adopt(first, { replaces: hashRubric(third).hash })).toMatchObject({ ok: true, value: { reopened: 1 } })
    expect((await earlierRubricsOfProject(projectId)).map(({ record }) => record.rubric.version)).toEqual(['1', '2', '3'])
    expect(await database().rubrics.count()).toBe(3)
  })

  test('a new name carries marks over with their notes; those under the old name stay', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const renamed = aRubric([aGroup('A', 100, [{ ...anItem('a', 60), id: 'a-1' as ItemId }, anItem('b', 40)])])
    expect(await adopt(renamed)).toMatchObject({ ok: true, value: { reopened: 0, carried: 1 } })
    expect(await marksOf(unitA)).toEqual({ a: ['scored', 45.5, '缺数据'], 'a-1': ['scored', 45.5, '缺数据\na-1: renamed'] })
  })

  test('an entry is read by the version it was made under', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await commitEntry(projectId, anEntry('b', null, { at: '2025-03-01T06:29:59.000Z' as Instant }))
    await adopt(second)
    const past = await pastOfItem(projectId, unitA, assessorId, 'b' as ItemId)
    expect(past.map(({ state, itemThen }) => [state, itemThen?.full])).toEqual([['scored', 40], ['pending', 50]])
  })

  test('an item that is gone is no longer counted in the progress, and counts again when it comes back', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await commitEntry(projectId, anEntry('b', null, { note: '缺一项' }))
    const without = aRubric([aGroup('A', 60, [anItem('a', 60)])], { version: '2' })
    const scored = async () => (await firstOf(watchProgress(projectId, assessorId))).get(unitA)?.scored
    expect(await scored()).toBe(2)
    await adopt(without)
    expect(await scored()).toBe(1)
    expect((await scorecardOfUnit(projectId, unitA, assessorId)).marks.size).toBe(2)
    await adopt(first, { replaces: hashRubric(without).hash, policies: { b: 'keep' } })
    expect(await scored()).toBe(2)
  })

  test('refuses what is unsound, the same, or meant for another version, and writes nothing', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const unsound = aRubric([aGroup('A', 100, [anItem('a', 60), anItem('b', 41)])])
    expect(await adopt(unsound)).toMatchObject({ ok: false, problem: { kind: 'rubric-unsound', problems: [{ kind: 'sum-differs' }] } })
    expect(await adopt(first)).toEqual({ ok: false, problem: { kind: 'same-rubric' } })
    expect(await adopt(second, { replaces: 'f'.repeat(64) as Sha256 })).toEqual({ ok: false, problem: { kind: 'stale-rubric' } })
    expect(await adopt(second, { id: 'NONE' as ProjectId })).toEqual({ ok: false, problem: { kind: 'not-found', what: 'project' } })
    expect(await readProjectSnapshot(projectId)).toEqual(snapshot)
    expect(await database().rubrics.count()).toBe(1)
  })

  test('entries that do not replace what stands undo the whole', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const wrong = anEntry('a', 'OTHER' as EntryId)
    const version = { replaces: firstHash, record: { ...hashRubric(second), rubric: second, adoptedAt: wrong.at }, at: wrong.at, makeEntries: () => [wrong] }
    expect(await refusalOf(replaceRubric(projectId, version))).toEqual({ kind: 'stale-entry', standing: snapshot.entries[1]?.id })
    expect(await readProjectSnapshot(projectId)).toEqual(snapshot)
  })
})

describe('earlier rubrics', () => {
  test('travel with the project and come back', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await adopt(second)
    const saved = await readProjectSnapshot(projectId)
    expect(saved.earlierRubrics?.map(({ record }) => record.hash)).toEqual([firstHash])
    expect(checkSnapshot(saved)).toEqual({ ok: true, value: saved })
    await removeProject(projectId)
    expect(await database().rubrics.count()).toBe(0)
    await writeProjectSnapshot(saved, { onExisting: 'refuse' })
    expect(await readProjectSnapshot(projectId)).toEqual(saved)
  })

  test('stay as long as any project was scored against them', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const other = 'OTHER' as ProjectId
    await writeProjectSnapshot(moveSnapshot(snapshot, other), { onExisting: 'refuse' })
    await adopt(second)
    await removeProject(other)
    expect((await earlierRubricsOfProject(projectId)).map(({ record }) => record.hash)).toEqual([firstHash])
    await removeProject(projectId)
    expect([await database().rubrics.count(), await database().meta.count()]).toEqual([0, ['dataVersion', 'since', 'writes'].length])
  })

  test('one that is lost is named, not left out', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    await adopt(second)
    await database().rubrics.delete(firstHash)
    expect(await refusalOf(readProjectSnapshot(projectId))).toEqual({ kind: 'not-found', what: 'rubric' })
    expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([{ kind: 'earlier-rubric-missing', hash: firstHash }])
    await database().rubrics.add(snapshot.rubric)
  })

  test('an altered one in a file is refused', async () => {
    const altered: ProjectSnapshot = { ...snapshot, earlierRubrics: [{ replacedAt: snapshot.project.createdAt, record: { ...snapshot.rubric, rubric: { ...first, name: '改过' } } }] }
    expect(checkSnapshot(altered)).toMatchObject({ ok: false, problem: { kind: 'invalid-record', path: 'earlierRubrics[0].record.hash' } })
  })
})

test('300 units × 5 assessors, every item reopened: few records, and everything sound after', async () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => anItem(id, 25))
  const rubric = aRubric([aGroup('A', 100, items)])
  const at = snapshot.project.createdAt
  const units = Array.from({ length: 300 }, (_, index) => ({ ...snapshot.units[0]!, id: `U${String(index).padStart(4, '0')}` as UnitId, name: `单位${index}`, position: index }))
  const assessors = Array.from({ length: 5 }, (_, index) => ({ ...snapshot.assessors[0]!, id: `P${index}` as AssessorId, name: `评估员${index}` }))
  const entries = assessors.flatMap(({ id: by }) => units.flatMap(({ id: unitId }) => items.map(({ id: itemId }) => ({
    id: `${by}-${unitId}-${itemId}` as EntryId, unitId, itemId, assessorId: by, at: at as Instant, replaces: null, state: 'scored' as const, answer: { kind: 'judge' as const, points: 20 }, ...noGrounds, note: '理由',
  }))))
  const large: ProjectSnapshot = { ...snapshot, project: { ...snapshot.project, rubricHash: hashRubric(rubric).hash }, rubric: { ...hashRubric(rubric), rubric, adoptedAt: at }, units, assessors, reports: [], originals: new Map(), entries, signedIn: null }
  await writeProjectSnapshot(large, { onExisting: 'refuse' })
  const segmentsBefore = await database().segments.count()

  const halved = aRubric([aGroup('A', 50, items.map((item) => ({ ...item, full: 12.5 })))])
  expect(await adopt(halved, { replaces: hashRubric(rubric).hash })).toMatchObject({ ok: true, value: { reopened: 6_000 } })

  // One record a scorecard, one segment an assessor; none an entry.
  expect([await database().entries.count(), await database().scorecards.count(), (await database().segments.count()) - segmentsBefore]).toEqual([0, 1_500, 5])
  expect(checkInvariants(await projectTablesOf(database(), projectId))).toEqual([])
  const card = await scorecardOfUnit(projectId, units[299]!.id, assessors[4]!.id)
  expect([...card.marks.values()].map(({ state, note }) => [state, note])).toEqual(['a', 'b', 'c', 'd'].map((id) => ['pending', `${id}: scale-changed`]))
})
