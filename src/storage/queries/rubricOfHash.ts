import type { Sha256 } from '#core/ids'
import type { RubricRecord } from '#core/records/rubricRecord'
import { database } from '#storage/db'

/** An adopted rubric by its content hash; undefined when there is none. */
export function rubricOfHash(hash: Sha256): Promise<RubricRecord | undefined> {
  return database().rubrics.get(hash)
}
