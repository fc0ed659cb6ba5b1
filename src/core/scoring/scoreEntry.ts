import type { Anchor } from '#core/evidence/anchor'
import type { OutsideProof } from '#core/evidence/outsideProof'
import type { AssessorId, EntryId, Instant, ItemId, UnitId } from '#core/ids'
import type { AcceptedSuggestion } from '#core/scoring/acceptedSuggestion'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

/** What a judgement rests on. */
export interface Grounds {
  /** The assessor's reason; '' = none. Required for notApplicable, and where the rule asks for it. */
  readonly note: string
  /** Passages of the report that carry the mark. */
  readonly evidence: readonly Anchor[]
  /** What was searched for in the report, with 未找到: words and phrases as they were typed. */
  readonly searched: readonly string[]
  /** What carries the mark besides the report. */
  readonly proofs: readonly OutsideProof[]
  /** Where the answer was counted by the program and accepted; null = the person's own. */
  readonly accepted: AcceptedSuggestion | null
}

/**
 * One judgement (评分记录): assessor × unit × item. Appended, never overwritten; the newest in a chain is the current one.
 * `state` 'unscored' takes an earlier judgement back. `replaces` is the entry that stood before it: from → to can be read.
 */
export interface ScoreEntry extends Grounds {
  readonly id: EntryId
  readonly unitId: UnitId
  readonly itemId: ItemId
  readonly assessorId: AssessorId
  readonly at: Instant
  readonly replaces: EntryId | null
  readonly state: ItemState
  /** Present exactly when `state` is 'scored'. */
  readonly answer: Answer | null
}

/** No passage, no word: to be spread into an entry that needs none. */
export const noGrounds: Grounds = Object.freeze({ note: '', evidence: Object.freeze([]), searched: Object.freeze([]), proofs: Object.freeze([]), accepted: null })
