import { sha256 } from '#core/digest/sha256'
import type { Instant, ProjectId, Sha256 } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { sealFile } from '#exchange/package/sealFile'
import { rememberFileLink, type FileLink } from '#storage/fileLinks'
import { rememberFileSave } from '#storage/fileSaves'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { projectStamp } from '#storage/queries/projectStamp'
import { readProjectSnapshot } from '#storage/snapshots'
import { StorageRefusal, storageProblemOf, type StorageProblem } from '#storage/storageProblem'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import { passphraseOf } from '#workflows/passphrases'

/** Why the work was not saved to its file. The database has it all the same; the file is as it was. */
export type WorkFileProblem =
  | { readonly kind: 'no-work-file' }
  /** After a restart the browser wants to be asked by a click. */
  | { readonly kind: 'permission-needed'; readonly fileName: string }
  | { readonly kind: 'passphrase-needed'; readonly fileName: string }
  | { readonly kind: 'file-gone'; readonly fileName: string }
  /** Somebody else, or another program, has written to it since we did. Nothing was written over. */
  | { readonly kind: 'changed-outside'; readonly fileName: string; readonly changedAt: Instant; readonly sizeBytes: number }
  | { readonly kind: 'sealing-unavailable' }
  | { readonly kind: 'write-failed'; readonly fileName: string; readonly detail: string }
  | StorageProblem

export interface SavedWork {
  readonly fileName: string
  readonly at: Instant
}

/** Saves to a file that was just chosen, and keeps it as the project's file from now on. */
export async function saveWorkAs(deps: Deps, projectId: ProjectId, handle: FileSystemFileHandle): Promise<Result<SavedWork, WorkFileProblem>> {
  return write(deps, projectId, handle, { sealed: passphraseOf(projectId) !== null })
}

/**
 * Saves to the project's file. `overwrite` writes over a change from outside, which a person must have asked for; without it that change
 * is a refusal. "Saved" is said after the file was closed and read back.
 */
export async function saveWork(deps: Deps, projectId: ProjectId, { overwrite = false }: { readonly overwrite?: boolean } = {}): Promise<Result<SavedWork, WorkFileProblem>> {
  const link = await fileLinkOf(projectId)
  if (!link) return failure({ kind: 'no-work-file' })
  const { handle, name: fileName } = link
  if ((await permissionOf(handle)) !== 'granted') return failure({ kind: 'permission-needed', fileName })
  const found = await look(link)
  if (found.kind === 'gone' && !overwrite) return failure({ kind: 'file-gone', fileName })
  if (found.kind === 'changed' && !overwrite) return failure({ kind: 'changed-outside', fileName, changedAt: found.changedAt, sizeBytes: found.sizeBytes })
  return write(deps, projectId, handle, link)
}

/** Asks the browser for the file again; only on a click, browsers refuse it otherwise. */
export async function askForWorkFile(projectId: ProjectId): Promise<boolean> {
  const link = await fileLinkOf(projectId)
  const handle = link?.handle as Permitted | undefined
  if (!handle) return false
  return (await handle.requestPermission?.({ mode: 'readwrite' }) ?? 'granted') === 'granted'
}

/** How the project's file stands against the project: nothing is written. */
export type WorkFileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved' | 'behind' | 'permission-needed' | 'passphrase-needed'; readonly fileName: string; readonly sealed: boolean }

export async function workFileState(projectId: ProjectId, savedStamp: Sha256 | null): Promise<WorkFileState> {
  const link = await fileLinkOf(projectId)
  if (!link) return { kind: 'none' }
  const { name: fileName, sealed } = link
  if ((await permissionOf(link.handle)) !== 'granted') return { kind: 'permission-needed', fileName, sealed }
  if (sealed && passphraseOf(projectId) === null) return { kind: 'passphrase-needed', fileName, sealed }
  return { kind: (await projectStamp(projectId))?.stamp === savedStamp ? 'saved' : 'behind', fileName, sealed }
}

async function write(deps: Deps, projectId: ProjectId, handle: FileSystemFileHandle, { sealed }: { readonly sealed: boolean }): Promise<Result<SavedWork, WorkFileProblem>> {
  const fileName = handle.name
  const passphrase = passphraseOf(projectId)
  if (sealed && passphrase === null) return failure({ kind: 'passphrase-needed', fileName })
  const made = await bytesOf(deps, projectId)
  if (!made.ok) return made
  const { at, stamp } = made.value
  const closed = passphrase === null ? success(made.value.bytes) : await sealFile(made.value.bytes, passphrase)
  if (!closed.ok) return failure({ kind: 'sealing-unavailable' })
  const bytes = closed.value
  const written = await writeAndReadBack(handle, bytes)
  if (!written.ok) return failure({ kind: 'write-failed', fileName, detail: written.problem })
  const link: FileLink = { handle, name: fileName, sha256: sha256(bytes), sizeBytes: bytes.length, lastModified: written.value.lastModified, sealed: passphrase !== null }
  const remembered = await commit(deps, async () => {
    await rememberFileLink(projectId, link)
    await rememberFileSave(projectId, { at, fileName, ...(stamp && { saved: stamp }) })
  })
  return remembered.ok ? success({ fileName, at }) : remembered
}

/** The stamp is taken before the content: what is written in between is called unsaved once more, never saved too early. */
async function bytesOf(deps: Deps, projectId: ProjectId) {
  try {
    const stamp = await projectStamp(projectId)
    const snapshot = await readProjectSnapshot(projectId)
    const at = deps.clock()
    const bytes = await callWorker<FileRequest, Uint8Array>('file', { kind: 'write-project', snapshot, savedAt: at, appVersion: deps.appVersion })
    return success({ bytes, at, stamp })
  } catch (error) {
    return failure(error instanceof StorageRefusal ? error.problem : storageProblemOf(error))
  }
}

/** What is written takes the file's place only when it is closed; then it is read back. */
async function writeAndReadBack(handle: FileSystemFileHandle, bytes: Uint8Array): Promise<Result<File, string>> {
  try {
    const stream = await handle.createWritable()
    await stream.write(new Uint8Array(bytes))
    await stream.close()
    const file = await handle.getFile()
    const back = new Uint8Array(await file.arrayBuffer())
    return sha256(back) === sha256(bytes) ? success(file) : failure('the file does not hold what was written')
  } catch (error) {
    return failure(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
  }
}

type Look = { readonly kind: 'same' } | { readonly kind: 'gone' } | { readonly kind: 'changed'; readonly changedAt: Instant; readonly sizeBytes: number }

/** Time and size tell that nothing happened; where they differ the content decides, since copying a folder changes times only. */
async function look({ handle, sha256: digest, sizeBytes, lastModified }: FileLink): Promise<Look> {
  let file: File
  try {
    file = await handle.getFile()
  } catch (error) {
    if (error instanceof DOMException && error.name === 'NotFoundError') return { kind: 'gone' }
    throw error
  }
  if (file.size === sizeBytes && file.lastModified === lastModified) return { kind: 'same' }
  if (file.size === sizeBytes && sha256(new Uint8Array(await file.arrayBuffer())) === digest) return { kind: 'same' }
  return { kind: 'changed', changedAt: new Date(file.lastModified).toISOString() as Instant, sizeBytes: file.size }
}

/** Not in the DOM's types yet; files of the browser's own folder need no permission. */
interface Permitted extends FileSystemFileHandle {
  readonly queryPermission?: (descriptor: { readonly mode: 'readwrite' }) => Promise<PermissionState>
  readonly requestPermission?: (descriptor: { readonly mode: 'readwrite' }) => Promise<PermissionState>
}

async function permissionOf(handle: FileSystemFileHandle): Promise<PermissionState> {
  return (await (handle as Permitted).queryPermission?.({ mode: 'readwrite' })) ?? 'granted'
}
