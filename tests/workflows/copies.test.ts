import { describe, expect, test } from 'vitest'
import { aFolder } from '../builders/aFolder'
import { fixedDeps } from '../builders/fixedDeps'
import { assessorId, projectId, snapshot, unitA, withDatabase } from '../storage/withDatabase'
import type { Instant, ItemId, RubricDraftId } from '#core/ids'
import type { CopyNote } from '#core/records/copyNote'
import { databaseShelf, folderShelf, type CopyShelf } from '#storage/copyShelf'
import { rememberFileSave } from '#storage/fileSaves'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { rubricDraftOf } from '#storage/queries/rubricDraftOf'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import { keepCopy as tryToKeep } from '#workflows/keepCopy'
import { recordScore } from '#workflows/recordScore'
import { restoreCopy } from '#workflows/restoreCopy'
import { addRubricDraft, purgeRubricDraft, saveRubricDraft } from '#workflows/rubricDrafts'

// Copies of projects, on both shelves: a folder, and the second database where there is none.

withDatabase()

async function keepCopy(...given: Parameters<typeof tryToKeep>): Promise<CopyNote> {
  const kept = await tryToKeep(...given)
  if (!kept.ok) throw new Error(JSON.stringify(kept.problem))
  return kept.value
}

let opened = 0
const shelves: readonly (readonly [string, () => Promise<CopyShelf>])[] = [
  ['a folder', async () => folderShelf(aFolder())],
  ['a database', async () => databaseShelf(`zhunsheng-copies-test-${(opened += 1)}`)],
]

async function scoreOnce(deps: ReturnType<typeof fixedDeps>, points: number): Promise<void> {
  const written = await recordScore(deps, { projectId, unitId: unitA, assessorId, itemId: 'b' as ItemId, state: 'scored', answer: { kind: 'judge', points }, note: '缺数据', evidence: [] })
  expect(written.ok).toBe(true)
}

describe.each(shelves)('copies in %s', (_, open) => {
  test('a copy says what it holds and gives back the project as it was', async () => {
    const deps = fixedDeps()
    const shelf = await open()
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const before = await readProjectSnapshot(projectId)
    const note = await keepCopy(deps, shelf, projectId, { name: '合议前' })
    expect(note).toMatchObject({ name: '合议前', projectName: '评估', units: 2, reports: 1, entries: 2, newestEntryAt: '2025-03-01T06:30:00.000Z' })
    expect(await shelf.list(projectId)).toEqual([note])
    expect(await shelf.list()).toEqual([note])

    await scoreOnce(deps, 20)
    const restored = await restoreCopy(deps, shelf, note, { kind: 'replace', beforeName: '恢复前' })
    expect(restored.ok && restored.value.projectId).toBe(projectId)
    expect(await readProjectSnapshot(projectId)).toEqual(before)
  })

  test('a wrong restoring is taken back', async () => {
    const deps = fixedDeps()
    const shelf = await open()
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const note = await keepCopy(deps, shelf, projectId)
    await scoreOnce(deps, 30)
    const present = await readProjectSnapshot(projectId)
    const restored = await restoreCopy(deps, shelf, note, { kind: 'replace', beforeName: '恢复前' })
    if (!restored.ok || !restored.value.before) throw new Error('not restored')
    expect((await readProjectSnapshot(projectId)).entries.length).toBe(2)
    await restoreCopy(deps, shelf, restored.value.before, { kind: 'replace', beforeName: '恢复前' })
    expect(await readProjectSnapshot(projectId)).toEqual(present)
  })

  test('it can stand beside the present one', async () => {
    const deps = fixedDeps()
    const shelf = await open()
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const note = await keepCopy(deps, shelf, projectId)
    const restored = await restoreCopy(deps, shelf, note, { kind: 'copy', name: '评估(副本)' })
    if (!restored.ok) throw new Error(restored.problem.kind)
    expect(restored.value).toEqual({ projectId: expect.not.stringMatching(projectId), before: null, drafts: [] })
    expect((await readProjectSnapshot(restored.value.projectId)).project.name).toBe('评估(副本)')
  })

  test('the program lets its own oldest go and keeps what has a name', async () => {
    let minute = 0
    const deps = { ...fixedDeps(), clock: () => new Date(Date.UTC(2026, 2, 1, 8, (minute += 10))).toISOString() as ReturnType<ReturnType<typeof fixedDeps>['clock']> }
    const shelf = await open()
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    const named = await keepCopy(deps, shelf, projectId, { name: '定稿' })
    for (let n = 0; n < 12; n += 1) await keepCopy(deps, shelf, projectId)
    const kept = await shelf.list(projectId)
    expect(kept.length).toBe(11)
    expect(kept.at(-1)).toEqual(named)
    for (const note of kept) await shelf.remove(note)
    expect(await shelf.list()).toEqual([])
  })
})

test('a copy whose bytes were changed is not restored, and nothing is touched', async () => {
  const deps = fixedDeps()
  const folder = aFolder()
  const shelf = folderShelf(folder)
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const before = await readProjectSnapshot(projectId)
  const note = await keepCopy(deps, shelf, projectId)
  const inner = (await folder.getDirectoryHandle(projectId)) as ReturnType<typeof aFolder>
  inner.files.get(`${note.id}.zhunsheng`)![40]! ^= 1
  expect(await restoreCopy(deps, shelf, note, { kind: 'replace', beforeName: '恢复前' })).toEqual({ ok: false, problem: { kind: 'copy-damaged' } })
  expect(await readProjectSnapshot(projectId)).toEqual(before)
  expect((await shelf.list()).length).toBe(1)
})

test('where there is no room left, the oldest of the program\'s own make room; named ones and the newest stay', async () => {
  const deps = fixedDeps()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const shelf = folderShelf(aFolder())
  const named = await keepCopy(deps, shelf, projectId, { name: '定稿' })
  const own = [await keepCopy(deps, shelf, projectId), await keepCopy(deps, shelf, projectId), await keepCopy(deps, shelf, projectId)]
  let refusals = 1
  const full: CopyShelf = {
    ...shelf,
    put: async (note, bytes) => {
      if ((refusals -= 1) >= 0) throw new DOMException('no room left', 'QuotaExceededError')
      return shelf.put(note, bytes)
    },
  }
  const last = await keepCopy(deps, full, projectId)
  expect(await shelf.list(projectId)).toEqual([last, own[2], own[1], named])
  refusals = Number.MAX_SAFE_INTEGER
  expect(await tryToKeep(deps, full, projectId)).toEqual({ ok: false, problem: { kind: 'quota-exceeded' } })
  expect(await shelf.list(projectId)).toEqual([last, named])
})

test('rubrics that are being written go along, and come back only where they are gone', async () => {
  const deps = fixedDeps()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const shelf = folderShelf(aFolder())
  const drafts = await Promise.all([addDraft(deps), addDraft(deps)])
  const note = await keepCopy(deps, shelf, projectId)
  expect(note.drafts).toBe(2)
  await purgeRubricDraft(deps, drafts[0]!)
  const changed = await saveRubricDraft(deps, drafts[1]!, { ...snapshot.rubric.rubric, name: '后来改过' }, 0)
  const restored = await restoreCopy(deps, shelf, note, { kind: 'replace', beforeName: '恢复前' })
  expect(restored.ok && restored.value.drafts).toEqual([drafts[0]])
  expect((await rubricDraftOf(drafts[0]!))?.rubric.name).toBe(snapshot.rubric.rubric.name)
  expect(await rubricDraftOf(drafts[1]!)).toEqual(changed.ok && changed.value)
})

test('the project goes on being kept in its file', async () => {
  const deps = fixedDeps()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const save = { at: '2026-03-01T08:00:00.000Z' as Instant, fileName: '评估.zhunsheng' }
  await rememberFileSave(projectId, save)
  const shelf = folderShelf(aFolder())
  const note = await keepCopy(deps, shelf, projectId)
  await restoreCopy(deps, shelf, note, { kind: 'replace', beforeName: '恢复前' })
  expect(await lastFileSave(projectId)).toEqual(save)
})

async function addDraft(deps: ReturnType<typeof fixedDeps>): Promise<RubricDraftId> {
  const added = await addRubricDraft(deps, snapshot.rubric.rubric, { kind: 'rubric', name: '量表' })
  if (!added.ok) throw new Error(added.problem.kind)
  return added.value
}
