import type { Instant, RubricDraftId } from '#core/ids'
import { checkRubricDraftRecord } from '#core/records/rubricDraftRecord'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import type { Rubric } from '#core/rubric/rubric'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import { writeTransaction } from '#storage/writeTransaction'

export async function addRubricDraft(draft: RubricDraftRecord): Promise<RubricDraftId> {
  const db = database()
  accept(checkRubricDraftRecord(draft))
  return writeTransaction(db, [db.rubricDrafts], async () => {
    await db.rubricDrafts.add(draft)
    return draft.id
  })
}

export interface RubricDraftChanges {
  readonly rubric?: Rubric
  readonly changedAt?: Instant
  readonly removedAt?: Instant | null
}

/**
 * Changes what is named and counts the revision up. With `basedOn` only if the draft is still at that revision: 'stale' when another
 * window saved in between, 'gone' when there is no such draft. Nothing is written then.
 */
export async function changeRubricDraft(id: RubricDraftId, changes: RubricDraftChanges, basedOn?: number): Promise<RubricDraftRecord | 'stale' | 'gone'> {
  const db = database()
  return writeTransaction(db, [db.rubricDrafts], async () => {
    const draft = await db.rubricDrafts.get(id)
    if (!draft) return 'gone'
    if (basedOn !== undefined && draft.revision !== basedOn) return 'stale'
    const changed = accept(checkRubricDraftRecord({ ...draft, ...changes, revision: draft.revision + 1 }))
    await db.rubricDrafts.put(changed)
    return changed
  })
}

/** Deletes a draft for good. Unknown ids are no problem. */
export async function removeRubricDraft(id: RubricDraftId): Promise<void> {
  const db = database()
  return writeTransaction(db, [db.rubricDrafts], () => db.rubricDrafts.delete(id))
}

/** Puts back drafts of which there is nothing here any more; whatever is here, removed ones too, stays as it is. Says which came back. */
export async function restoreRubricDrafts(drafts: readonly RubricDraftRecord[]): Promise<RubricDraftId[]> {
  if (drafts.length === 0) return []
  const db = database()
  return writeTransaction(db, [db.rubricDrafts], async () => {
    const here = await db.rubricDrafts.bulkGet(drafts.map(({ id }) => id))
    const missing = drafts.filter((_, index) => here[index] === undefined)
    await db.rubricDrafts.bulkAdd(missing.map((draft) => accept(checkRubricDraftRecord(draft))))
    return missing.map(({ id }) => id)
  })
}
