import { describe, expect, test } from 'vitest'
import { aFolder } from '../builders/aFolder'
import { fixedDeps } from '../builders/fixedDeps'
import { assessorId, projectId, snapshot, unitA, withDatabase } from '../storage/withDatabase'
import type { ItemId } from '#core/ids'
import { databaseShelf, folderShelf, type CopyShelf } from '#storage/copyShelf'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import { keepCopy } from '#workflows/keepCopy'
import { recordScore } from '#workflows/recordScore'
import { restoreCopy } from '#workflows/restoreCopy'

// Copies of projects, on both shelves: a folder, and the second database where there is none.

withDatabase()

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
    expect(restored.value).toEqual({ projectId: expect.not.stringMatching(projectId), before: null })
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
