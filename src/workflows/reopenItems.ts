import type { AssessorId, EntryId, ItemId, ProjectId, UnitId } from '#core/ids'
import { failure, type Result } from '#core/result'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { replaceMarks } from '#storage/replaceMarks'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export type ReopenProblem = { readonly kind: 'reason-missing' } | StorageProblem

/**
 * Puts judgements back to pending (待核), for instance since the passages they cite have changed. The old answer and note stay in the
 * history; the passages and proofs go on to the new entry, so that what was cited can be looked at again. Items without a judgement,
 * or pending already, stay as they are. `reason` is required: the assessor reads it as the note. Returns what was appended.
 */
export async function reopenItems(
  deps: Deps,
  projectId: ProjectId,
  unitId: UnitId,
  assessorIds: readonly AssessorId[],
  itemIds: readonly ItemId[],
  reason: string,
): Promise<Result<ScoreEntry[], ReopenProblem>> {
  const note = reason.trim()
  if (note === '') return failure({ kind: 'reason-missing' })
  const at = deps.clock()
  return commit(deps, () =>
    replaceMarks(projectId, { unitId, assessorIds, itemIds }, ({ mark: { state, entryId, evidence, searched, proofs }, ...place }) =>
      state === 'pending' || state === 'unscored'
        ? null
        : { ...place, id: deps.newId() as EntryId, at, replaces: entryId, state: 'pending', answer: null, note, evidence, searched, proofs, accepted: null },
    ),
  )
}
