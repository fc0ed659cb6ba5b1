import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { aFolder, type AFolder } from '../builders/aFolder'
import { fixedDeps } from '../builders/fixedDeps'
import { assessorId, projectId, snapshot, unitA, withDatabase } from '../storage/withDatabase'
import type { ItemId } from '#core/ids'
import { readProjectFile } from '#exchange/package/readProjectFile'
import { unsealFile } from '#exchange/package/sealFile'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { writeProjectSnapshot } from '#storage/snapshots'
import { setPassphrase } from '#workflows/passphrases'
import { recordScore } from '#workflows/recordScore'
import { askForWorkFile, saveWork, saveWorkAs, workFileState } from '#workflows/workFile'

// A browser keeps file handles in IndexedDB; the one in memory cannot clone what has functions, so these go by reference.
const clone = globalThis.structuredClone
beforeAll(() => {
  const keep = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if ('createWritable' in value) return value
    if (Object.getPrototypeOf(value) === Object.prototype) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keep(inner)]))
    return clone(value)
  }
  vi.stubGlobal('structuredClone', keep)
})
afterAll(() => vi.unstubAllGlobals())

withDatabase()

async function aWorkFile() {
  const deps = fixedDeps()
  const folder = aFolder()
  await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
  const handle = await folder.getFileHandle('评估.zhunsheng', { create: true })
  const saved = await saveWorkAs(deps, projectId, handle)
  if (!saved.ok) throw new Error(JSON.stringify(saved.problem))
  return { deps, folder, saved: saved.value }
}

async function scoreOnce(deps: ReturnType<typeof fixedDeps>): Promise<void> {
  const draft = { projectId, unitId: unitA, assessorId, itemId: 'b' as ItemId, state: 'scored', answer: { kind: 'judge', points: 20 }, note: '缺数据', evidence: [] } as const
  expect((await recordScore(deps, draft)).ok).toBe(true)
}

async function state() {
  return workFileState(projectId, (await lastFileSave(projectId))?.saved?.stamp ?? null)
}

function entriesIn(folder: AFolder): number {
  const read = readProjectFile(folder.files.get('评估.zhunsheng')!)
  if (!read.ok) throw new Error(read.problem.kind)
  return read.value.snapshot.entries.length
}

describe('the file that is the work', () => {
  test('is written, read back and remembered; then it says when it is behind', async () => {
    const { deps, folder, saved } = await aWorkFile()
    expect(entriesIn(folder)).toBe(2)
    expect(await lastFileSave(projectId)).toEqual({ at: saved.at, fileName: '评估.zhunsheng', saved: { stamp: expect.any(String), entries: 2 } })
    expect(await state()).toEqual({ kind: 'saved', fileName: '评估.zhunsheng', sealed: false })
    await scoreOnce(deps)
    expect(await state()).toEqual({ kind: 'behind', fileName: '评估.zhunsheng', sealed: false })
    expect(await saveWork(deps, projectId)).toMatchObject({ ok: true, value: { fileName: '评估.zhunsheng' } })
    expect(entriesIn(folder)).toBe(3)
    expect(await state()).toMatchObject({ kind: 'saved' })
  })

  test('is not written over when somebody else has written to it, unless a person says so', async () => {
    const { deps, folder } = await aWorkFile()
    const theirs = new Uint8Array([1, 2, 3])
    folder.files.set('评估.zhunsheng', theirs)
    folder.modified.set('评估.zhunsheng', Date.UTC(2026, 5, 1))
    expect(await saveWork(deps, projectId)).toEqual({
      ok: false, problem: { kind: 'changed-outside', fileName: '评估.zhunsheng', changedAt: '2026-06-01T00:00:00.000Z', sizeBytes: 3 },
    })
    expect(folder.files.get('评估.zhunsheng')).toBe(theirs)
    expect((await saveWork(deps, projectId, { overwrite: true })).ok).toBe(true)
    expect(entriesIn(folder)).toBe(2)
  })

  test('a copied folder changes times and not the content: no conflict', async () => {
    const { deps, folder } = await aWorkFile()
    folder.modified.set('评估.zhunsheng', Date.UTC(2026, 5, 1))
    expect((await saveWork(deps, projectId)).ok).toBe(true)
  })

  test('gone, forbidden and full are said, and nothing is called saved', async () => {
    const { deps, folder } = await aWorkFile()
    const before = await lastFileSave(projectId)
    await scoreOnce(deps)
    folder.permission = 'prompt'
    expect(await saveWork(deps, projectId)).toEqual({ ok: false, problem: { kind: 'permission-needed', fileName: '评估.zhunsheng' } })
    expect(await state()).toMatchObject({ kind: 'permission-needed' })
    expect(await askForWorkFile(projectId)).toBe(true)
    folder.full = true
    expect(await saveWork(deps, projectId)).toEqual({ ok: false, problem: { kind: 'write-failed', fileName: '评估.zhunsheng', detail: 'QuotaExceededError: no room left' } })
    folder.full = false
    folder.files.delete('评估.zhunsheng')
    expect(await saveWork(deps, projectId)).toEqual({ ok: false, problem: { kind: 'file-gone', fileName: '评估.zhunsheng' } })
    expect(await lastFileSave(projectId)).toEqual(before)
    expect(await state()).toMatchObject({ kind: 'behind' })
  })

  test('under a passphrase it is sealed, and without the passphrase it is not saved in clear', async () => {
    const { deps, folder } = await aWorkFile()
    setPassphrase(projectId, '法治')
    expect((await saveWork(deps, projectId)).ok).toBe(true)
    const opened = await unsealFile(folder.files.get('评估.zhunsheng')!, '法治')
    expect(opened.ok && readProjectFile(opened.value).ok).toBe(true)
    expect((await fileLinkOf(projectId))?.sealed).toBe(true)
    const sealed = folder.files.get('评估.zhunsheng')
    setPassphrase(projectId, '')
    expect(await saveWork(deps, projectId)).toEqual({ ok: false, problem: { kind: 'passphrase-needed', fileName: '评估.zhunsheng' } })
    expect(await state()).toMatchObject({ kind: 'passphrase-needed', sealed: true })
    expect(folder.files.get('评估.zhunsheng')).toBe(sealed)
  })

  test('a project without a file says so', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    expect(await saveWork(fixedDeps(), projectId)).toEqual({ ok: false, problem: { kind: 'no-work-file' } })
    expect(await state()).toEqual({ kind: 'none' })
  })
})
