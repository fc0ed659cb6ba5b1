import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { database } from '#storage/db'

/** All drafts, removed ones too, the last changed first. */
export function watchRubricDrafts(): Observable<readonly RubricDraftRecord[]> {
  const db = database()
  return liveQuery(async () => (await db.rubricDrafts.toArray()).sort((a, b) => (a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0)))
}
