import type { ProjectId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { database, scope } from '#storage/db'

/** All assessors of a project. */
export function assessorsOfProject(projectId: ProjectId): Promise<AssessorRecord[]> {
  const { from, to } = scope(projectId)
  return database().assessors.where(':id').between(from, to).toArray()
}
