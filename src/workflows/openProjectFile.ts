import type { ProjectId } from '#core/ids'
import { moveSnapshot, type ProjectSnapshot } from '#core/records/projectSnapshot'
import { failure, success, type Result } from '#core/result'
import type { ProjectFileProblem } from '#exchange/package/projectFile'
import type { OpenedProjectFile } from '#exchange/package/readProjectFile'
import { projectOf } from '#storage/queries/projectOf'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import type { StorageProblem } from '#storage/storageProblem'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

/**
 * What to do when the project is on this machine already: 'ask' refuses with both dates, so that the person can choose; 'copy' opens
 * it beside the other under another name; 'replace' puts the file in its place and keeps what was there among the removed projects.
 */
export type OnConflict = { readonly kind: 'ask' } | { readonly kind: 'copy'; readonly name: string } | { readonly kind: 'replace' }

export type OpenProjectProblem =
  | ProjectFileProblem
  | StorageProblem
  | {
      readonly kind: 'project-exists'
      readonly name: string
      readonly removed: boolean
      readonly savedAt: string
      readonly entriesInFile: number
      readonly entriesHere: number
    }

/** Opens a project file. Everything is checked before anything is written, and it is written in one transaction or not at all. */
export async function openProjectFile(
  deps: Deps,
  file: { readonly name: string; readonly bytes: Uint8Array },
  { onConflict }: { readonly onConflict: OnConflict },
): Promise<Result<ProjectId, OpenProjectProblem>> {
  const read = await callWorker<FileRequest, Result<OpenedProjectFile, ProjectFileProblem>>('file', { kind: 'read-project', bytes: file.bytes })
  if (!read.ok) return read
  const { savedAt } = read.value
  const snapshot = onTheList(read.value.snapshot)
  const here = await projectOf(snapshot.project.id)
  if (!here) return commit(deps, () => writeProjectSnapshot(snapshot, { onExisting: 'refuse' }))
  switch (onConflict.kind) {
    case 'ask':
      return failure({
        kind: 'project-exists',
        name: here.name,
        removed: here.removedAt !== null,
        savedAt,
        entriesInFile: snapshot.entries.length,
        entriesHere: (await readProjectSnapshot(here.id)).entries.length,
      })
    case 'copy': {
      const copy = renamed(moveSnapshot(snapshot, deps.newId() as ProjectId), onConflict.name)
      return commit(deps, () => writeProjectSnapshot(copy, { onExisting: 'refuse' }))
    }
    case 'replace': {
      // The copy of what is here comes first: if the second write fails, both are still there.
      const kept = moveSnapshot(await readProjectSnapshot(here.id), deps.newId() as ProjectId)
      const aside = { ...kept, project: { ...kept.project, removedAt: deps.clock() } }
      const saved = await commit(deps, () => writeProjectSnapshot(aside, { onExisting: 'refuse' }))
      if (!saved.ok) return saved
      const replaced = await commit(deps, () => writeProjectSnapshot(snapshot, { onExisting: 'replace' }))
      return replaced.ok ? success(replaced.value) : replaced
    }
  }
}

/** A project that is opened is meant to be worked on, whatever list it was on when it was saved. */
function onTheList(snapshot: ProjectSnapshot): ProjectSnapshot {
  return { ...snapshot, project: { ...snapshot.project, removedAt: null } }
}

function renamed(snapshot: ProjectSnapshot, name: string): ProjectSnapshot {
  return { ...snapshot, project: { ...snapshot.project, name } }
}
