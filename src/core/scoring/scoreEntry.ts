import type { Anchor } from '#core/evidence/anchor'
import type { AssessorId, EntryId, Instant, ItemId, UnitId } from '#core/ids'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

/**
 * One judgement (评分记录): assessor × unit × item. Appended, never overwritten; the newest in a chain is the current one.
 * `state` 'unscored' takes an earlier judgement back. `replaces` is the entry that stood before it: from → to can be read.
 */
export interface ScoreEntry {
  readonly id: EntryId
  readonly unitId: UnitId
  readonly itemId: ItemId
  readonly assessorId: AssessorId
  readonly at: Instant
  readonly replaces: EntryId | null
  readonly state: ItemState
  /** Present exactly when `state` is 'scored'. */
  readonly answer: Answer | null
  /** The assessor's reason; '' = none. Required for notApplicable, and where the rule asks for it. */
  readonly note: string
  /** Passages of the report that carry the mark. */
  readonly evidence: readonly Anchor[]
}
