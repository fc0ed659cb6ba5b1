import type { Instant, ProjectId, Sha256 } from '#core/ids'
import { database, fileLinkKey } from '#storage/db'
import type { ProjectStamp } from '#storage/fileSave'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/**
 * The file that is a project's work, where the browser lets one be kept: its handle (which survives a restart, its permission does not),
 * and what was last written to it, so that a change from outside is noticed before anything is written over.
 */
export interface FileLink {
  readonly handle: FileSystemFileHandle
  readonly name: string
  readonly sha256: Sha256
  readonly sizeBytes: number
  readonly lastModified: number
  readonly savedAt: Instant
  /** The state of the project that was written; null where the file could not be compared with it. */
  readonly saved: ProjectStamp | null
  /** Under a passphrase, which is never stored. */
  readonly sealed: boolean
  /** What is about to be written: a crash between the file and this record must not look like somebody else's change. */
  readonly writing?: Sha256
}

export async function rememberFileLink(projectId: ProjectId, link: FileLink): Promise<void> {
  const db = database()
  return writeTransaction(db, [db.projects], async () => {
    if (!(await db.projects.get(projectId))) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    await db.meta.put({ key: fileLinkKey(projectId), value: link })
  })
}

export async function forgetFileLink(projectId: ProjectId): Promise<void> {
  const db = database()
  return writeTransaction(db, [], async () => db.meta.delete(fileLinkKey(projectId)))
}
