import type { Instant, ProjectId } from '#core/ids'
import { fileNameOf } from '#core/text/fileNameOf'
import { failure, success, type Result } from '#core/result'
import type { UnpackProblem } from '#exchange/package/packProject'
import { projectFileEnding } from '#exchange/package/projectFile'
import { forgetFileLink, rememberFileLink, type FileLink } from '#storage/fileLinks'
import { rememberFileSave } from '#storage/fileSaves'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { projectOf } from '#storage/queries/projectOf'
import type { FileRequest, UnpackedProject } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import type { ChosenFile } from '#workflows/keepOpenedFile'
import { makeProjectFile, type MakeFileProblem } from '#workflows/makeProjectFile'
import { oneAtATime } from '#workflows/oneAtATime'
import { passphraseOf, setPassphrase } from '#workflows/passphrases'
import { askPermission, lookAt, permissionOf, writeAndReadBack } from '#workflows/workFileAccess'

/** Why the work was not saved to its file. The database has it all the same; the file is as it was. */
export type WorkFileProblem =
  | { readonly kind: 'no-work-file' }
  /** After a restart the browser wants to be asked by a click. */
  | { readonly kind: 'permission-needed'; readonly fileName: string }
  | { readonly kind: 'passphrase-needed'; readonly fileName: string }
  | { readonly kind: 'file-gone'; readonly fileName: string }
  /** Somebody else, or another program, has written to it since we did. Nothing was written over. */
  | { readonly kind: 'changed-outside'; readonly fileName: string; readonly changedAt: Instant; readonly sizeBytes: number }
  | { readonly kind: 'write-failed'; readonly fileName: string; readonly detail: string }
  | MakeFileProblem

export interface SavedWork {
  readonly fileName: string
  readonly at: Instant
}

export interface SaveOptions {
  /** Writes over a change from outside, which a person must have asked for. */
  readonly overwrite?: boolean
  /** A sealed file is to be sealed no more. */
  readonly inClear?: boolean
}

/** Saves to a file that was just chosen, and keeps it as the project's file from now on. What was sealed stays sealed. */
export function saveWorkAs(deps: Deps, projectId: ProjectId, handle: FileSystemFileHandle): Promise<Result<SavedWork, WorkFileProblem>> {
  return oneAtATime(projectId, async () => {
    const sealed = (await fileLinkOf(projectId))?.sealed ?? (await lastFileSave(projectId))?.sealed ?? false
    return write(deps, projectId, { handle, link: null, sealed })
  })
}

/**
 * Saves to the project's file. A change from outside is a refusal and nothing is written over. "Saved" is said after the file was
 * closed and read back.
 */
export function saveWork(deps: Deps, projectId: ProjectId, { overwrite = false, inClear = false }: SaveOptions = {}): Promise<Result<SavedWork, WorkFileProblem>> {
  return oneAtATime(projectId, async () => {
    const link = await fileLinkOf(projectId)
    if (!link) return failure({ kind: 'no-work-file' })
    const { handle, name: fileName } = link
    if ((await permissionOf(handle)) !== 'granted') return failure({ kind: 'permission-needed', fileName })
    const found = overwrite ? null : await lookAt(link)
    if (found?.kind === 'gone') return failure({ kind: 'file-gone', fileName })
    if (found?.kind === 'changed') return failure({ kind: 'changed-outside', fileName, changedAt: found.changedAt, sizeBytes: found.sizeBytes })
    if (inClear) setPassphrase(projectId, '')
    return write(deps, projectId, { handle, link, sealed: link.sealed && !inClear })
  })
}

/** The name that a project's file is given where its person names none. */
export async function workFileName(projectId: ProjectId): Promise<string> {
  return `${fileNameOf((await projectOf(projectId))?.name ?? '')}${projectFileEnding}`
}

/** Asks the browser for the file again; only on a click, browsers refuse it otherwise. */
export async function askForWorkFile(projectId: ProjectId): Promise<boolean> {
  const link = await fileLinkOf(projectId)
  return link !== null && askPermission(link.handle)
}

/** The project goes on without a file of its own; the file stays as it is. */
export async function unlinkWorkFile(deps: Deps, projectId: ProjectId): Promise<void> {
  await commit(deps, () => forgetFileLink(projectId))
}

/** The file as it lies there now, for opening it beside the work, or instead of it. */
export async function readWorkFile(projectId: ProjectId): Promise<Required<ChosenFile> | null> {
  const link = await fileLinkOf(projectId)
  if (!link) return null
  const file = await link.handle.getFile()
  return { name: link.name, bytes: new Uint8Array(await file.arrayBuffer()), handle: link.handle, lastModified: file.lastModified }
}

/**
 * Tries a passphrase on the project's sealed file and keeps it in memory when it opens it. A mistyped one would otherwise seal the next
 * save under a word that nobody knows.
 */
export async function unlockWork(projectId: ProjectId, passphrase: string): Promise<Result<null, UnpackProblem | { readonly kind: 'file-gone' }>> {
  try {
    const file = await readWorkFile(projectId)
    if (!file) return failure({ kind: 'file-gone' })
    const opened = await callWorker<FileRequest, Result<UnpackedProject, UnpackProblem>>('file', { kind: 'read-project', bytes: file.bytes, passphrase })
    if (!opened.ok) return opened
    setPassphrase(projectId, passphrase)
    return success(null)
  } catch (error) {
    if (error instanceof DOMException) return failure({ kind: 'file-gone' })
    throw error
  }
}

interface Target {
  readonly handle: FileSystemFileHandle
  /** The link that stands; null for a file that is chosen now. */
  readonly link: FileLink | null
  readonly sealed: boolean
}

async function write(deps: Deps, projectId: ProjectId, { handle, link, sealed }: Target): Promise<Result<SavedWork, WorkFileProblem>> {
  const fileName = handle.name
  const passphrase = passphraseOf(projectId)
  if (sealed && passphrase === null) return failure({ kind: 'passphrase-needed', fileName })
  const made = await makeProjectFile(deps, projectId, { passphrase })
  if (!made.ok) return made
  const { bytes, sha256: digest, at, stamp } = made.value
  if (link) {
    const announced = await commit(deps, () => rememberFileLink(projectId, { ...link, writing: digest }))
    if (!announced.ok) return announced
  }
  const written = await writeAndReadBack(handle, bytes, digest)
  if (!written.ok) return failure({ kind: 'write-failed', fileName, detail: written.problem })
  const { lastModified } = written.value
  const saved: FileLink = { handle, name: fileName, sha256: digest, sizeBytes: bytes.length, lastModified, savedAt: at, saved: stamp, sealed: passphrase !== null }
  const remembered = await commit(deps, async () => {
    await rememberFileLink(projectId, saved)
    await rememberFileSave(projectId, { at, fileName, saved: stamp, ...(saved.sealed && { sealed: true }) })
  })
  return remembered.ok ? success({ fileName, at }) : remembered
}
