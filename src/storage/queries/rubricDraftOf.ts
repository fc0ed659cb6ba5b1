import type { RubricDraftId } from '#core/ids'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { database } from '#storage/db'

/** A draft by its id, removed ones too; undefined when there is none. */
export function rubricDraftOf(id: RubricDraftId): Promise<RubricDraftRecord | undefined> {
  return database().rubricDrafts.get(id)
}
