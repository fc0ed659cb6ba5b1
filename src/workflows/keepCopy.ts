import { sha256 } from '#core/digest/sha256'
import type { CopyId, ProjectId } from '#core/ids'
import { copiesToDrop, type CopyNote } from '#core/records/copyNote'
import type { CopyShelf } from '#storage/copyShelf'
import { readProjectSnapshot } from '#storage/snapshots'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import type { Deps } from '#workflows/deps'

/**
 * Puts a copy of a project on a shelf, reads it back, and lets the oldest of the program's own go. A name keeps it until it is deleted.
 * Rejects when the shelf cannot take it; the project itself is only read.
 */
export async function keepCopy(deps: Deps, shelf: CopyShelf, projectId: ProjectId, { name = '' }: { readonly name?: string } = {}): Promise<CopyNote> {
  const snapshot = await readProjectSnapshot(projectId)
  const at = deps.clock()
  const holds = {
    projectName: snapshot.project.name,
    units: snapshot.units.length,
    reports: snapshot.reports.length,
    entries: snapshot.entries.length,
    newestEntryAt: snapshot.entries.reduce<CopyNote['newestEntryAt']>((newest, entry) => (newest === null || entry.at > newest ? entry.at : newest), null),
  }
  const bytes = await callWorker<FileRequest, Uint8Array>('file', { kind: 'write-project', snapshot, savedAt: at, appVersion: deps.appVersion })
  const note: CopyNote = { id: deps.newId() as CopyId, projectId, at, name, sizeBytes: bytes.length, sha256: sha256(bytes), ...holds }
  await shelf.put(note, bytes)
  for (const old of copiesToDrop(await shelf.list(projectId))) await shelf.remove(old)
  return note
}
