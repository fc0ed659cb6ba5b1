import type { ProjectId, Sha256 } from '#core/ids'
import { database } from '#storage/db'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/** Keeps the bytes of an outside proof under their hash; bytes that are there already stay as they are. */
export async function addAttachment(projectId: ProjectId, hash: Sha256, bytes: Uint8Array): Promise<Sha256> {
  const db = database()
  return writeTransaction(db, [db.projects, db.attachments], async () => {
    if (!(await db.projects.get(projectId))) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    // A view into a larger buffer would be stored with all of it.
    if (!(await db.attachments.get([projectId, hash]))) await db.attachments.add({ projectId, hash, bytes: bytes.slice() })
    return hash
  })
}
