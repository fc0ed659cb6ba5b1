import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { ProjectRecord } from '#core/records/projectRecord'
import { database } from '#storage/db'

/** All projects, archived and removed ones too, the last changed first. */
export function watchProjects(): Observable<readonly ProjectRecord[]> {
  const db = database()
  return liveQuery(async () => (await db.projects.toArray()).sort((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0)))
}
