import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { AssessorId, ProjectId } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { database, signedInKey } from '#storage/db'

/** Who is scoring in a project on this machine; null = nobody. */
export function watchSignedIn(projectId: ProjectId): Observable<AssessorRecord | null> {
  const db = database()
  return liveQuery(async () => {
    const assessorId = (await db.meta.get(signedInKey(projectId)))?.value as AssessorId | undefined
    return (assessorId && (await db.assessors.get([projectId, assessorId]))) ?? null
  })
}
