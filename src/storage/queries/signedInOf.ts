import type { AssessorId, ProjectId } from '#core/ids'
import { database, signedInKey } from '#storage/db'

/** Who is signed in to a project on this machine; null = nobody. */
export async function signedInOf(projectId: ProjectId): Promise<AssessorId | null> {
  return ((await database().meta.get(signedInKey(projectId)))?.value as AssessorId | undefined) ?? null
}
