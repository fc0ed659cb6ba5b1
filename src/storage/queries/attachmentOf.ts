import type { ProjectId, Sha256 } from '#core/ids'
import { database } from '#storage/db'

/** The bytes of an outside proof; undefined when none are kept under this hash. */
export async function attachmentOf(projectId: ProjectId, hash: Sha256): Promise<Uint8Array | undefined> {
  return (await database().attachments.get([projectId, hash]))?.bytes
}
