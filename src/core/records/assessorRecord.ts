import type { AssessorId, Instant, ProjectId } from '#core/ids'
import { aName, anId, anInstant, anObject, checkedAs } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'

export const assessorVersions = { Initial: 1 } as const

/** A person who scores (评估员), as they wish to be named in this project. */
export interface AssessorRecord {
  readonly projectId: ProjectId
  readonly id: AssessorId
  readonly name: string
  readonly createdAt: Instant
}

export function checkAssessorRecord(value: unknown): Result<AssessorRecord, RecordProblem> {
  return checkedAs<AssessorRecord>('assessor', assessorShape, value)
}

const assessorShape = anObject<AssessorRecord>({ projectId: anId, id: anId, name: aName, createdAt: anInstant })
