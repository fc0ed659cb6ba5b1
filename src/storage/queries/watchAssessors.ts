import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { ProjectId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { database, scope } from '#storage/db'

/** Assessors of a project as they were added. */
export function watchAssessors(projectId: ProjectId): Observable<readonly AssessorRecord[]> {
  const db = database()
  const { from, to } = scope(projectId)
  return liveQuery(async () => (await db.assessors.where(':id').between(from, to).toArray()).sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0)))
}
