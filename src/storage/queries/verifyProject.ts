import { checkInvariants, type InvariantProblem } from '#core/records/checkInvariants'
import type { ProjectId } from '#core/ids'
import { database } from '#storage/db'
import { projectTablesOf } from '#storage/projectTables'

/** Everything that must hold of a stored project, the whole history read. Empty = sound. */
export async function verifyProject(projectId: ProjectId): Promise<InvariantProblem[]> {
  return checkInvariants(await projectTablesOf(database(), projectId))
}
