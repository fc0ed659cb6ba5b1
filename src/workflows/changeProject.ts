import type { ProjectId } from '#core/ids'
import { nameLimit } from '#core/records/checkProjectDraft'
import { failure, type Result } from '#core/result'
import { changeProject, removeProject as deleteProject, type ProjectChanges } from '#storage/projects'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

type Outcome = Promise<Result<ProjectId, StorageProblem>>

export async function renameProject(
  deps: Deps,
  id: ProjectId,
  name: string,
): Promise<Result<ProjectId, StorageProblem | { readonly kind: 'name-missing' } | { readonly kind: 'name-too-long'; readonly limit: number }>> {
  const trimmed = name.trim()
  if (trimmed === '') return failure({ kind: 'name-missing' })
  if (trimmed.length > nameLimit) return failure({ kind: 'name-too-long', limit: nameLimit })
  return change(deps, id, { name: trimmed })
}

export function archiveProject(deps: Deps, id: ProjectId): Outcome {
  return change(deps, id, { archivedAt: deps.clock() })
}

export function unarchiveProject(deps: Deps, id: ProjectId): Outcome {
  return change(deps, id, { archivedAt: null })
}

/** Takes a project off the list; everything stays and it can be restored until it is purged. */
export function removeProject(deps: Deps, id: ProjectId): Outcome {
  return change(deps, id, { removedAt: deps.clock() })
}

export function restoreProject(deps: Deps, id: ProjectId): Outcome {
  return change(deps, id, { removedAt: null })
}

/** Deletes every record of a project for good. */
export async function purgeProject(deps: Deps, id: ProjectId): Promise<Result<null, StorageProblem>> {
  return commit(deps, async () => {
    await deleteProject(id)
    return null
  })
}

function change(deps: Deps, id: ProjectId, changes: ProjectChanges): Outcome {
  return commit(deps, () => changeProject(id, { ...changes, changedAt: deps.clock() }))
}
