import type { RubricDraftId } from '#core/ids'
import type { RubricDraftOrigin, RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { failure, success, type Result } from '#core/result'
import type { Rubric } from '#core/rubric/rubric'
import { addRubricDraft as storeDraft, changeRubricDraft, removeRubricDraft as deleteDraft, type RubricDraftChanges } from '#storage/rubricDrafts'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export type RubricDraftProblem =
  | StorageProblem
  /** Another window saved this draft in the meantime. */
  | { readonly kind: 'draft-stale' }
  /** It was deleted for good. */
  | { readonly kind: 'draft-gone' }

/** Begins a draft with a copy of a rubric: nothing that is done to it reaches the rubric it came from. */
export function addRubricDraft(deps: Deps, rubric: Rubric, origin: RubricDraftOrigin): Promise<Result<RubricDraftId, StorageProblem>> {
  const now = deps.clock()
  const { $schema: _editorAid, ...content } = rubric
  return commit(deps, () => storeDraft({ id: deps.newId() as RubricDraftId, rubric: content, origin, revision: 0, createdAt: now, changedAt: now, removedAt: null }))
}

/** Saves the draft as it is now, unless another window saved it after `basedOn`. The answer's `revision` is what the next save is based on. */
export function saveRubricDraft(deps: Deps, id: RubricDraftId, rubric: Rubric, basedOn: number): Promise<Result<RubricDraftRecord, RubricDraftProblem>> {
  return change(deps, id, { rubric, changedAt: deps.clock() }, basedOn)
}

/** Takes a draft off the list; it can be restored until it is purged. */
export function removeRubricDraft(deps: Deps, id: RubricDraftId): Promise<Result<RubricDraftRecord, RubricDraftProblem>> {
  return change(deps, id, { removedAt: deps.clock() })
}

export function restoreRubricDraft(deps: Deps, id: RubricDraftId): Promise<Result<RubricDraftRecord, RubricDraftProblem>> {
  return change(deps, id, { removedAt: null })
}

export function purgeRubricDraft(deps: Deps, id: RubricDraftId): Promise<Result<null, StorageProblem>> {
  return commit(deps, async () => {
    await deleteDraft(id)
    return null
  })
}

async function change(deps: Deps, id: RubricDraftId, changes: RubricDraftChanges, basedOn?: number): Promise<Result<RubricDraftRecord, RubricDraftProblem>> {
  const changed = await commit(deps, () => changeRubricDraft(id, changes, basedOn))
  if (!changed.ok) return changed
  if (changed.value === 'stale') return failure({ kind: 'draft-stale' })
  return changed.value === 'gone' ? failure({ kind: 'draft-gone' }) : success(changed.value)
}
