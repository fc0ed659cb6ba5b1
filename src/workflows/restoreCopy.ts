import type { ProjectId, RubricDraftId } from '#core/ids'
import type { CopyNote } from '#core/records/copyNote'
import { moveSnapshot } from '#core/records/projectSnapshot'
import { failure, success, type Result } from '#core/result'
import type { UnpackProblem } from '#exchange/package/packProject'
import type { CopyShelf } from '#storage/copyShelf'
import { projectOf } from '#storage/queries/projectOf'
import { restoreRubricDrafts } from '#storage/rubricDrafts'
import { writeProjectSnapshot } from '#storage/snapshots'
import type { StorageProblem } from '#storage/storageProblem'
import type { FileRequest, UnpackedProject } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import { keepCopy } from '#workflows/keepCopy'
import type { MakeFileProblem } from '#workflows/makeProjectFile'

export type RestoreProblem = { readonly kind: 'copy-damaged' } | UnpackProblem | StorageProblem | MakeFileProblem

export interface Restored {
  readonly projectId: ProjectId
  /** What stood there before, as a copy: restoring it takes the restoring back. Null where nothing stood. */
  readonly before: CopyNote | null
  /** Rubrics being written that were no longer here and came back. What is here is never replaced by an older state. */
  readonly drafts: readonly RubricDraftId[]
}

/**
 * Brings a copy back: beside the project as it is now ('copy', under a name), or in its place ('replace'). Before anything is replaced the
 * present state goes on the shelf under `beforeName`, so that a wrong restoring can be taken back. The project goes on being kept in its
 * file, which is behind until the next save.
 */
export async function restoreCopy(
  deps: Deps,
  shelf: CopyShelf,
  note: CopyNote,
  how: { readonly kind: 'copy'; readonly name: string } | { readonly kind: 'replace'; readonly beforeName: string },
): Promise<Result<Restored, RestoreProblem>> {
  const bytes = await shelf.read(note)
  if (!bytes) return failure({ kind: 'copy-damaged' })
  const read = await callWorker<FileRequest, Result<UnpackedProject, UnpackProblem>>('file', { kind: 'read-project', bytes })
  if (!read.ok) return read
  const { snapshot, drafts = [] } = read.value
  const onTheList = { ...snapshot, project: { ...snapshot.project, removedAt: null } }
  const stands = how.kind === 'replace' && (await projectOf(note.projectId)) !== undefined
  const before = stands ? await keepCopy(deps, shelf, note.projectId, { name: how.beforeName }) : success(null)
  if (!before.ok) return before
  const moved = how.kind === 'copy' ? moveSnapshot(onTheList, deps.newId() as ProjectId) : onTheList
  const restored = how.kind === 'copy' ? { ...moved, project: { ...moved.project, name: how.name } } : moved
  return commit(deps, async () => {
    const projectId = await writeProjectSnapshot(restored, { onExisting: how.kind === 'copy' ? 'refuse' : 'replace', keepFile: true })
    return { projectId, before: before.value, drafts: await restoreRubricDrafts(drafts) }
  })
}
