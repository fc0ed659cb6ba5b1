import type { ProjectId } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { openCopyShelf } from '#storage/copyShelf'
import { copiesBeforeUpgrade, removeCopiesBeforeUpgrade } from '#storage/copyBeforeUpgrade'
import { removeProject } from '#storage/projects'
import { traceOfProject, type ProjectTrace } from '#storage/queries/traceOfProject'
import { storageProblemOf, type StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import { setPassphrase } from '#workflows/passphrases'

/** What this browser holds of a project, in every place that the program writes to. */
export interface ProjectRemains extends ProjectTrace {
  /** Files or records on the shelf of copies. */
  readonly copies: number
  /** Copies of the whole database from before an upgrade, of which it may be a part. */
  readonly oldData: number
}

export interface LeftProject {
  readonly before: ProjectRemains
  /** Counted anew after deleting: all nought, or something is still there and is said. */
  readonly after: ProjectRemains
}

export async function remainsOfProject(projectId: ProjectId): Promise<ProjectRemains> {
  const [trace, shelf, oldData] = await Promise.all([traceOfProject(projectId), openCopyShelf(), copiesBeforeUpgrade()])
  return { ...trace, copies: await shelf.countAll(projectId), oldData: oldData.length }
}

/**
 * Leaves a project on a shared laptop: its records, reports, files, copies, what is remembered of its file and passphrase, and its line in the
 * sentinel are deleted, then looked for. Files that the person saved elsewhere stay, and deleted space may be recoverable: the screen says both.
 */
export async function leaveProject(deps: Deps, projectId: ProjectId): Promise<Result<LeftProject, StorageProblem>> {
  try {
    const before = await remainsOfProject(projectId)
    const gone = await commit(deps, () => removeProject(projectId))
    if (!gone.ok) return gone
    setPassphrase(projectId, '')
    await (await openCopyShelf()).removeAll(projectId)
    await removeCopiesBeforeUpgrade()
    return success({ before, after: await remainsOfProject(projectId) })
  } catch (error) {
    return failure(storageProblemOf(error))
  }
}
