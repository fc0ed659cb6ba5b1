import type { AssessorId, EntryId, ItemId, ProjectId, UnitId } from '#core/ids'
import type { PackedGrounds } from '#core/records/packGrounds'
import { aText, aWholeNumber, anId, anObject, checkedAs } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'

export const scorecardVersions = { Initial: 1 } as const

/**
 * One assessor's current entries on one unit (评分表), packed: one record a scorecard, since storage costs by the record.
 * A checked cache of the appended entries, written in the same transaction, rebuildable from them (rebuildScorecard).
 * A scorecard that arrived whole (received, restored) has no record yet: it is made of its segment (cardsOfSegment) until the first
 * change here. Value k of every column belongs to the k-th item id. Notes, evidence and other grounds lie in their own sparse table.
 */
export interface ScorecardRecord {
  readonly projectId: ProjectId
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  /** Ids of the items that have an entry, in code unit order (the same content gives the same record), joined by U+001F. */
  readonly items: string
  /** One digit an item: its index in `itemStates`. */
  readonly states: string
  /** Packed answers (packAnswer) joined by U+001F, '' where there is none. */
  readonly answers: string
  /** Ids of the entries that stand, joined by U+001F. */
  readonly entryIds: string
  /** Number of entries ever appended to this scorecard: live ones and those in segments. */
  readonly entryCount: number
}

/** The grounds of the entry that stands; a row only where there are any. */
export interface RemarkRecord extends PackedGrounds {
  readonly projectId: ProjectId
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  readonly itemId: ItemId
  readonly entryId: EntryId
}

export function checkScorecardRecord(value: unknown): Result<ScorecardRecord, RecordProblem> {
  return checkedAs<ScorecardRecord>('scorecard', scorecardShape, value)
}

const scorecardShape = anObject<ScorecardRecord>({
  projectId: anId,
  unitId: anId,
  assessorId: anId,
  items: aText,
  states: aText,
  answers: aText,
  entryIds: aText,
  entryCount: aWholeNumber(1, Number.MAX_SAFE_INTEGER),
})
