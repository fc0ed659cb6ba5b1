import { sha256 } from '#core/digest/sha256'
import type { Instant, ProjectId } from '#core/ids'
import { rememberFileLink } from '#storage/fileLinks'
import { rememberFileSave } from '#storage/fileSaves'
import { projectStamp } from '#storage/queries/projectStamp'
import type { UnpackedProject } from '#workers/answerFile'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

/** A file that a person chose. With a handle it becomes the file that the project is kept in, where the project is that of the file. */
export interface ChosenFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly handle?: FileSystemFileHandle
  readonly lastModified?: number
}

/**
 * A project that was just opened from a file is, as it stands, in that file: the day of its last save is the file's, and with a handle
 * the file is the one that it is kept in from now on. What cannot be remembered is no reason to undo the opening: the project is then
 * called unsaved, which asks for a save and loses nothing.
 */
export async function keepOpenedFile(deps: Deps, projectId: ProjectId, file: ChosenFile, opened: UnpackedProject): Promise<void> {
  const savedAt = opened.savedAt as Instant
  const { handle, bytes, name, lastModified = 0 } = file
  const { sealed } = opened
  const saved = await projectStamp(projectId)
  await commit(deps, async () => {
    await rememberFileSave(projectId, { at: savedAt, fileName: name, ...(saved && { saved }), ...(sealed && { sealed }) })
    if (handle) await rememberFileLink(projectId, { handle, name, sha256: sha256(bytes), sizeBytes: bytes.length, lastModified, savedAt, saved, sealed })
  })
}
