import type { ProjectId } from '#core/ids'
import { moveSnapshot, type ProjectSnapshot } from '#core/records/projectSnapshot'
import { failure, success, type Result } from '#core/result'
import type { UnpackProblem } from '#exchange/package/packProject'
import { archiveLimits } from '#exchange/package/projectFile'
import { projectOf } from '#storage/queries/projectOf'
import { readProjectSnapshot, writeProjectSnapshot } from '#storage/snapshots'
import type { StorageProblem } from '#storage/storageProblem'
import type { FileRequest, UnpackedProject } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import { lookForClearedData } from '#workflows/clearedData'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import { keepOpenedFile, type ChosenFile } from '#workflows/keepOpenedFile'
import { setPassphrase } from '#workflows/passphrases'

/**
 * What to do when the project is on this machine already: 'ask' refuses with both dates, so that the person can choose; 'copy' opens
 * it beside the other under another name; 'replace' puts the file in its place and keeps what was there among the removed projects.
 */
export type OnConflict = { readonly kind: 'ask' } | { readonly kind: 'copy'; readonly name: string } | { readonly kind: 'replace' }

export type OpenProjectProblem =
  | UnpackProblem
  | StorageProblem
  | {
      readonly kind: 'project-exists'
      readonly name: string
      readonly removed: boolean
      readonly savedAt: string
      readonly entriesInFile: number
      readonly entriesHere: number
    }

/** Larger than any file we write, sealed or not: not worth reading into memory. */
export const openableBytes = archiveLimits.fileBytes + 2 ** 16

/**
 * Opens a project file. Everything is checked before anything is written, and it is written in one transaction or not at all. A sealed
 * file asks for its passphrase ('passphrase-needed'), which is then kept in memory for the saves that follow.
 */
export async function openProjectFile(
  deps: Deps,
  file: ChosenFile,
  { onConflict, passphrase = null }: { readonly onConflict: OnConflict; readonly passphrase?: string | null },
): Promise<Result<ProjectId, OpenProjectProblem>> {
  const read = await callWorker<FileRequest, Result<UnpackedProject, UnpackProblem>>('file', { kind: 'read-project', bytes: file.bytes, passphrase })
  if (!read.ok) return read
  const stored = await store(deps, read.value, onConflict)
  if (!stored.ok) return stored
  const projectId = stored.value
  if (passphrase !== null && read.value.sealed) setPassphrase(projectId, passphrase)
  // A copy is another project than the file's; it has no file yet.
  if (projectId === read.value.snapshot.project.id) await keepOpenedFile(deps, projectId, file, read.value)
  return success(projectId)
}

async function store(deps: Deps, opened: UnpackedProject, onConflict: OnConflict): Promise<Result<ProjectId, OpenProjectProblem>> {
  const { savedAt } = opened
  const snapshot = onTheList(opened.snapshot)
  const here = await projectOf(snapshot.project.id)
  if (!here) await lookForClearedData({ projectName: snapshot.project.name, savedAt })
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
