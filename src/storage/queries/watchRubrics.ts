import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import { database } from '#storage/db'

/** An adopted rubric and the projects that are scored against it, removed ones left out. */
export interface AdoptedRubric {
  readonly record: RubricRecord
  readonly projects: readonly ProjectRecord[]
}

/** All rubrics adopted by a project that is not removed, the last adopted first. */
export function watchRubrics(): Observable<readonly AdoptedRubric[]> {
  const db = database()
  return liveQuery(() =>
    db.transaction('r', db.rubrics, db.projects, async () => {
      const [records, projects] = [await db.rubrics.toArray(), await db.projects.toArray()]
      return records
        .map((record) => ({ record, projects: projects.filter((project) => project.rubricHash === record.hash && project.removedAt === null) }))
        .filter((adopted) => adopted.projects.length > 0)
        .sort((a, b) => (a.record.adoptedAt < b.record.adoptedAt ? 1 : a.record.adoptedAt > b.record.adoptedAt ? -1 : 0))
    }),
  )
}
