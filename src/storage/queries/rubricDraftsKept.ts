import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { database } from '#storage/db'

/** All rubrics that are being written, removed ones left out. */
export async function rubricDraftsKept(): Promise<readonly RubricDraftRecord[]> {
  return (await database().rubricDrafts.toArray()).filter(({ removedAt }) => removedAt === null)
}
