import type { AssessorId, ProjectId } from '#core/ids'
import { failure, type Result } from '#core/result'
import { addAssessor, rememberSignedIn } from '#storage/assessors'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export type SignInProblem = { readonly kind: 'name-missing' } | { readonly kind: 'name-too-long'; readonly limit: number } | StorageProblem

const limit = 50

/** Finds or adds the assessor of this name in the project and remembers who is scoring on this machine. */
export async function signIn(deps: Deps, projectId: ProjectId, name: string): Promise<Result<AssessorId, SignInProblem>> {
  const trimmed = name.trim()
  if (trimmed === '') return failure({ kind: 'name-missing' })
  if (trimmed.length > limit) return failure({ kind: 'name-too-long', limit })
  return commit(deps, async () => {
    const id = await addAssessor({ projectId, id: deps.newId() as AssessorId, name: trimmed, createdAt: deps.clock() })
    await rememberSignedIn(projectId, id)
    return id
  })
}
