import type { CopyId, ProjectId } from '#core/ids'
import { copiesToDrop, type CopyNote } from '#core/records/copyNote'
import { failure, success, type Result } from '#core/result'
import type { CopyShelf } from '#storage/copyShelf'
import { rubricDraftsKept } from '#storage/queries/rubricDraftsKept'
import { storageProblemOf } from '#storage/storageProblem'
import type { Deps } from '#workflows/deps'
import { makeProjectFile, type MakeFileProblem } from '#workflows/makeProjectFile'

/**
 * Puts a copy of a project on a shelf, with the rubrics that are being written, reads it back, and lets the oldest of the program's own
 * go. A name keeps it until it is deleted. Where there is no room left, older copies of the program's own make room, never the newest.
 * Copies are not sealed: they lie in the same browser as the database, which is not either.
 */
export async function keepCopy(deps: Deps, shelf: CopyShelf, projectId: ProjectId, { name = '' }: { readonly name?: string } = {}): Promise<Result<CopyNote, MakeFileProblem>> {
  try {
    const drafts = await rubricDraftsKept()
    const made = await makeProjectFile(deps, projectId, { passphrase: null, drafts })
    if (!made.ok) return made
    const { bytes, sha256, at, stamp, snapshot } = made.value
    const note: CopyNote = {
      id: deps.newId() as CopyId,
      projectId,
      projectName: snapshot.project.name,
      at,
      name,
      sizeBytes: bytes.length,
      sha256,
      units: snapshot.units.length,
      reports: snapshot.reports.length,
      entries: snapshot.entries.length,
      newestEntryAt: snapshot.entries.reduce<CopyNote['newestEntryAt']>((newest, entry) => (newest === null || entry.at > newest ? entry.at : newest), null),
      ...(drafts.length > 0 && { drafts: drafts.length }),
      stamp: stamp.stamp,
    }
    await putWhereThereIsRoom(shelf, note, bytes)
    for (const old of copiesToDrop(await shelf.list(projectId))) await shelf.remove(old)
    return success(note)
  } catch (error) {
    return failure(storageProblemOf(error))
  }
}

async function putWhereThereIsRoom(shelf: CopyShelf, note: CopyNote, bytes: Uint8Array): Promise<void> {
  for (;;) {
    try {
      return await shelf.put(note, bytes)
    } catch (error) {
      const own = (await shelf.list(note.projectId)).filter((other) => other.name === '' && other.id !== note.id)
      const oldest = own.length > 1 ? own.at(-1) : undefined
      if (storageProblemOf(error).kind !== 'quota-exceeded' || !oldest) throw error
      await shelf.remove(oldest)
    }
  }
}
