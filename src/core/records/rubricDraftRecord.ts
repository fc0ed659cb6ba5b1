import type { Instant, RubricDraftId } from '#core/ids'
import { aText, aWholeNumber, anId, anInstant, anObject, checkedAs, oneOf, orNull } from '#core/records/shape'
import type { Check, RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'
import { parseRubricDraft } from '#core/rubric/edit/parseRubricDraft'
import type { Rubric } from '#core/rubric/rubric'

export const rubricDraftVersions = { Initial: 1 } as const

/** A rubric that is being written (草稿): of no project, never scored with, changed at will until one adopts a copy of it. */
export interface RubricDraftRecord {
  readonly id: RubricDraftId
  /** Has the shape of a rubric; words may be missing and nothing need add up yet. */
  readonly rubric: Rubric
  readonly origin: RubricDraftOrigin
  /** Counts the saves: a window that saves over another's is told. */
  readonly revision: number
  readonly createdAt: Instant
  readonly changedAt: Instant
  /** Deleted, still restorable. */
  readonly removedAt: Instant | null
}

/** What the draft was made from. `name`: of the rubric or of the file. */
export interface RubricDraftOrigin {
  readonly kind: 'rubric' | 'file' | 'new'
  readonly name: string
}

export function checkRubricDraftRecord(value: unknown): Result<RubricDraftRecord, RecordProblem> {
  return checkedAs<RubricDraftRecord>('rubricDraft', draftShape, value)
}

const draftRubric: Check = (value, path) => {
  const parsed = parseRubricDraft(value)
  if (parsed.ok) return null
  const [first] = parsed.problem
  return { path: first && first.path !== '' ? `${path}.${first.path}` : path, expected: `a rubric (${first?.kind ?? 'unknown'})` }
}

const draftShape = anObject<RubricDraftRecord>({
  id: anId,
  rubric: draftRubric,
  origin: anObject<RubricDraftOrigin>({ kind: oneOf('rubric', 'file', 'new'), name: aText }),
  revision: aWholeNumber(0, Number.MAX_SAFE_INTEGER),
  createdAt: anInstant,
  changedAt: anInstant,
  removedAt: orNull(anInstant),
})
