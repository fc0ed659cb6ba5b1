import type { AssessorId, EntryId, Instant, ItemId, ProjectId, UnitId } from '#core/ids'
import { groundsFields, sparseGroundsFields } from '#core/records/packGrounds'
import type { PackedGrounds } from '#core/records/packGrounds'
import { aMatch, aText, aWholeNumber, anArray, anId, anInstant, anObject, checkedAs, oneOf, orNull } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'
import { itemStates } from '#core/scoring/itemState'
import type { ItemState } from '#core/scoring/itemState'

/** Since data version 2 stored grounds may hold more (PackedGrounds); what was stored before is read as it is and is not rewritten. */
export const historyVersions = { Initial: 1 } as const

/**
 * The history of a scorecard is the entries ever appended to it, numbered from 0 in the order they arrived here. One made here is
 * stored alone (EntryRecord); those that came together (received, restored) are packed into segments, a few thousand entries of one
 * assessor in each, since storage costs by the record. Live entries and segments together cover 0 … entryCount − 1 of every
 * scorecard, each number once.
 */
export interface EntryRecord extends PackedGrounds {
  readonly projectId: ProjectId
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  readonly itemId: ItemId
  readonly sequence: number
  readonly id: EntryId
  readonly at: Instant
  readonly replaces: EntryId | null
  readonly state: ItemState
  /** packAnswer, '' = none. */
  readonly answer: string
}

/**
 * Entries of one assessor that arrived together, unit after unit: of `unitIds[k]` there are `counts[k]`, numbered from `froms[k]` in
 * the history of that scorecard. Columns joined by U+001F, one value an entry.
 */
export interface HistorySegmentRecord {
  readonly projectId: ProjectId
  readonly assessorId: AssessorId
  /** Of this assessor's segments in the project, from 0. */
  readonly number: number
  /** Each once; indexed, so that a scorecard's history is found. */
  readonly unitIds: readonly UnitId[]
  readonly froms: readonly number[]
  readonly counts: readonly number[]
  readonly ids: string
  readonly items: string
  /** One digit an entry: index in `itemStates`. */
  readonly states: string
  readonly answers: string
  /** packInstants. */
  readonly instants: string
  /** Id of the entry replaced, '' = none; the whole column is '' when none of the entries replaces one. */
  readonly replaces: string
  /**
   * JSON of [row, note, evidence] for the entries that have a note or evidence, with a fourth value { searched, proofs, accepted } for
   * those that have one of these (PackedGrounds); '' when none has.
   */
  readonly remarks: string
  /**
   * '1' for the entries that stand in a scorecard which began with this segment, '0' for all others. As long as such a scorecard has
   * no record of its own, these entries are it.
   */
  readonly standing: string
  /** digestSegment of all the others, so that an altered note is noticed too. */
  readonly digest: string
}

export function checkEntryRecord(value: unknown): Result<EntryRecord, RecordProblem> {
  return checkedAs<EntryRecord>('entry', entryShape, value)
}

export function checkHistorySegmentRecord(value: unknown): Result<HistorySegmentRecord, RecordProblem> {
  return checkedAs<HistorySegmentRecord>('history segment', segmentShape, value)
}

const number = aWholeNumber(0, Number.MAX_SAFE_INTEGER)

const entryShape = anObject<Omit<EntryRecord, keyof typeof sparseGroundsFields>>({
  projectId: anId,
  unitId: anId,
  assessorId: anId,
  itemId: anId,
  sequence: number,
  id: anId,
  at: anInstant,
  replaces: orNull(anId),
  state: oneOf(...itemStates),
  answer: aText,
  ...groundsFields,
}, sparseGroundsFields)

const segmentShape = anObject<HistorySegmentRecord>({
  projectId: anId,
  assessorId: anId,
  number,
  unitIds: anArray(anId),
  froms: anArray(number),
  counts: anArray(aWholeNumber(1, Number.MAX_SAFE_INTEGER)),
  ids: aText,
  items: aText,
  states: aText,
  answers: aText,
  instants: aText,
  replaces: aText,
  remarks: aText,
  standing: aMatch(/^[01]+$/, 'a 0 or 1 an entry'),
  digest: aMatch(/^[0-9a-f]{16}$/, '16 hex digits'),
})
