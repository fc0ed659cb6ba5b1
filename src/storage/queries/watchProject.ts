import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { ProjectId } from '#core/ids'
import type { ProjectRecord } from '#core/records/projectRecord'
import { database } from '#storage/db'

/** One project; undefined when there is none (any more). */
export function watchProject(projectId: ProjectId): Observable<ProjectRecord | undefined> {
  const db = database()
  return liveQuery(() => db.projects.get(projectId))
}
