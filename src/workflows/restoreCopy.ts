import type { ProjectId } from '#core/ids'
import type { CopyNote } from '#core/records/copyNote'
import { failure, success, type Result } from '#core/result'
import type { CopyShelf } from '#storage/copyShelf'
import { projectOf } from '#storage/queries/projectOf'
import type { Deps } from '#workflows/deps'
import { keepCopy } from '#workflows/keepCopy'
import { openProjectFile, type OpenProjectProblem } from '#workflows/openProjectFile'

export type RestoreProblem = { readonly kind: 'copy-damaged' } | OpenProjectProblem

export interface Restored {
  readonly projectId: ProjectId
  /** What stood there before, as a copy: restoring it takes the restoring back. Null where nothing stood. */
  readonly before: CopyNote | null
}

/**
 * Brings a copy back: beside the project as it is now ('copy', under a name), or in its place ('replace'). Before anything is replaced the
 * present state goes on the shelf under `beforeName`, so that a wrong restoring can be taken back.
 */
export async function restoreCopy(
  deps: Deps,
  shelf: CopyShelf,
  note: CopyNote,
  how: { readonly kind: 'copy'; readonly name: string } | { readonly kind: 'replace'; readonly beforeName: string },
): Promise<Result<Restored, RestoreProblem>> {
  const bytes = await shelf.read(note)
  if (!bytes) return failure({ kind: 'copy-damaged' })
  const stands = how.kind === 'replace' && (await projectOf(note.projectId)) !== undefined
  const before = stands ? await keepCopy(deps, shelf, note.projectId, { name: how.beforeName }) : null
  const opened = await openProjectFile(deps, { name: `${note.id}.zhunsheng`, bytes }, { onConflict: how.kind === 'copy' ? how : { kind: 'replace' } })
  return opened.ok ? success({ projectId: opened.value, before }) : opened
}
