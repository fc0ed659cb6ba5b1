import type { Instant } from '#core/ids'
import { checkRubricRecord } from '#core/records/rubricRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import { anInstant, anObject, checkedAs } from '#core/records/shape'
import type { Check, RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'

export const earlierRubricVersions = { Initial: 1 } as const

/** A rubric that a project was scored against until it adopted another: old entries are read by it. */
export interface EarlierRubric {
  readonly replacedAt: Instant
  readonly record: RubricRecord
}

export function checkEarlierRubric(value: unknown): Result<EarlierRubric, RecordProblem> {
  return checkedAs<EarlierRubric>('earlier rubric', earlierRubricShape, value)
}

const rubricRecord: Check = (value, path) => {
  const checked = checkRubricRecord(value)
  return checked.ok ? null : { path: `${path}.${checked.problem.path}`, expected: checked.problem.expected }
}

const earlierRubricShape = anObject<EarlierRubric>({ replacedAt: anInstant, record: rubricRecord })
