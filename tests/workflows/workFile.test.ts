import { describe, expect, test } from 'vitest'
import { aFolder, type AFolder } from '../builders/aFolder'
import { fixedDeps } from '../builders/fixedDeps'
import { keepHandlesByReference } from '../builders/keepHandlesByReference'
import { assessorId, projectId, snapshot, unitA, withDatabase } from '../storage/withDatabase'
import { sha256 } from '#core/digest/sha256'
import type { ItemId } from '#core/ids'
import { readProjectFile } from '#exchange/package/readProjectFile'
import { isSealed, unsealFile } from '#exchange/package/sealFile'
import { rememberFileLink } from '#storage/fileLinks'
import { removeProject } from '#storage/projects'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { writeProjectSnapshot } from '#storage/snapshots'
import { passphraseOf, setPassphrase } from '#workflows/passphrases'
import { recordScore } from '#workflows/recordScore'
import { openProjectFile } from '#workflows/openProjectFile'
import { saveProjectFile } from '#workflows/saveProjectFile'
import { askForWorkFile, saveWork, saveWorkAs, unlockWork } from '#workflows/workFile'
import { workFileState } from '#workflows/workFileState'

keepHandlesByReference()
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

function state() {
  return workFileState(projectId)
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
    const known = { kept: 'file', fileName: '评估.zhunsheng', savedAt: saved.at, sealed: false, problem: null }
    expect(await state()).toEqual({ ...known, unsaved: null })
    await scoreOnce(deps)
    expect(await state()).toEqual({ ...known, unsaved: { entries: 1 } })
    expect(await saveWork(deps, projectId)).toMatchObject({ ok: true, value: { fileName: '评估.zhunsheng' } })
    expect(entriesIn(folder)).toBe(3)
    expect(await state()).toMatchObject({ unsaved: null })
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
    expect(await state()).toMatchObject({ problem: { kind: 'permission-needed' } })
    expect(await askForWorkFile(projectId)).toBe(true)
    folder.full = true
    expect(await saveWork(deps, projectId)).toEqual({ ok: false, problem: { kind: 'write-failed', fileName: '评估.zhunsheng', detail: 'QuotaExceededError: no room left' } })
    folder.full = false
    folder.files.delete('评估.zhunsheng')
    expect(await saveWork(deps, projectId)).toEqual({ ok: false, problem: { kind: 'file-gone', fileName: '评估.zhunsheng' } })
    expect(await lastFileSave(projectId)).toEqual(before)
    expect(await state()).toMatchObject({ unsaved: { entries: 1 }, problem: { kind: 'file-gone' } })
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
    expect(await state()).toMatchObject({ problem: { kind: 'passphrase-needed' }, sealed: true })
    expect(folder.files.get('评估.zhunsheng')).toBe(sealed)
    expect(await saveProjectFile(deps, projectId)).toEqual({ ok: false, problem: { kind: 'passphrase-needed', fileName: '评估.zhunsheng' } })
    const elsewhere = await folder.getFileHandle('另存.zhunsheng', { create: true })
    expect(await saveWorkAs(deps, projectId, elsewhere)).toMatchObject({ ok: false, problem: { kind: 'passphrase-needed' } })

    expect(await unlockWork(projectId, '法制')).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
    expect(passphraseOf(projectId)).toBeNull()
    expect(await unlockWork(projectId, '法治')).toEqual({ ok: true, value: null })
    expect((await saveWork(deps, projectId, { inClear: true })).ok).toBe(true)
    expect(entriesIn(folder)).toBe(2)
    expect(await state()).toMatchObject({ sealed: false, problem: null })
  })

  test('a crash between the file and its record is not somebody else\'s change', async () => {
    const { deps, folder } = await aWorkFile()
    const link = (await fileLinkOf(projectId))!
    await scoreOnce(deps)
    const copy = await folder.getFileHandle('copy', { create: true })
    await saveWorkAs(deps, projectId, copy)
    const written = folder.files.get('copy')!
    // As the crash leaves it: the new bytes in the file, the record from before with what was about to be written.
    folder.files.set('评估.zhunsheng', written)
    folder.modified.set('评估.zhunsheng', Date.UTC(2026, 5, 1))
    await rememberFileLink(projectId, { ...link, writing: sha256(written) })
    expect(await state()).toMatchObject({ unsaved: { entries: 1 }, problem: null })
    expect((await saveWork(deps, projectId)).ok).toBe(true)
  })

  test('opened with its handle, it is the file of the project from then on; a copy of it is not', async () => {
    const { deps, folder } = await aWorkFile()
    setPassphrase(projectId, '法治')
    await saveWork(deps, projectId)
    setPassphrase(projectId, '')
    await removeProject(projectId)
    const handle = await folder.getFileHandle('评估.zhunsheng')
    const file = await handle.getFile()
    const chosen = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), handle, lastModified: file.lastModified }
    expect(await openProjectFile(deps, chosen, { onConflict: { kind: 'ask' } })).toEqual({ ok: false, problem: { kind: 'passphrase-needed' } })
    expect(await openProjectFile(deps, chosen, { onConflict: { kind: 'ask' }, passphrase: 'x' })).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } })
    expect(await openProjectFile(deps, chosen, { onConflict: { kind: 'ask' }, passphrase: '法治' })).toEqual({ ok: true, value: projectId })
    expect(await state()).toEqual({ kept: 'file', fileName: '评估.zhunsheng', savedAt: expect.any(String), sealed: true, unsaved: null, problem: null })
    await scoreOnce(deps)
    expect((await saveWork(deps, projectId)).ok).toBe(true)
    expect(isSealed(folder.files.get('评估.zhunsheng')!)).toBe(true)

    const copy = await openProjectFile(deps, chosen, { onConflict: { kind: 'copy', name: '副本' }, passphrase: '法治' })
    expect(copy.ok && (await workFileState(copy.value))).toMatchObject({ kept: 'none', unsaved: { entries: null } })
    setPassphrase(projectId, '')
  })

  test('what was handed out as a download is known, too', async () => {
    const deps = fixedDeps()
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    expect(await state()).toEqual({ kept: 'none', fileName: '', savedAt: null, sealed: false, unsaved: { entries: null }, problem: null })
    await saveProjectFile(deps, projectId)
    expect(await state()).toMatchObject({ kept: 'download', fileName: deps.saved[0]!.name, unsaved: null })
    await scoreOnce(deps)
    expect(await state()).toMatchObject({ kept: 'download', unsaved: { entries: 1 } })
  })

  test('a project without a file says so', async () => {
    await writeProjectSnapshot(snapshot, { onExisting: 'refuse' })
    expect(await saveWork(fixedDeps(), projectId)).toEqual({ ok: false, problem: { kind: 'no-work-file' } })
    expect(await workFileState('00000000000000000000000000' as typeof projectId)).toBeNull()
  })
})
