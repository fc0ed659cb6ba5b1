import type { Instant, Sha256 } from '#core/ids'
import { aHash, anInstant, anObject, checkedAs } from '#core/records/shape'
import type { Check, RecordProblem } from '#core/records/shape'
import { failure } from '#core/result'
import type { Result } from '#core/result'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { Rubric } from '#core/rubric/rubric'

export const rubricVersions = { Initial: 1 } as const

/** An adopted rubric: immutable, known by its content hash; rewording keeps `structureHash`. */
export interface RubricRecord {
  readonly hash: Sha256
  readonly structureHash: Sha256
  readonly rubric: Rubric
  readonly adoptedAt: Instant
}

/** Shape, soundness of the rubric, and both hashes, which are computed anew: a rubric that is not what its hash says is refused. */
export function checkRubricRecord(value: unknown): Result<RubricRecord, RecordProblem> {
  const record = checkedAs<RubricRecord>('rubric', rubricShape, value)
  if (!record.ok) return record
  const { hash, structureHash } = hashRubric(record.value.rubric)
  const differing = record.value.hash !== hash ? 'hash' : record.value.structureHash !== structureHash ? 'structureHash' : null
  return differing === null ? record : failure({ kind: 'invalid-record', record: 'rubric', path: differing, expected: 'the hash of the rubric' })
}

const soundRubric: Check = (value, path) => {
  const parsed = parseSoundRubric(value)
  if (parsed.ok) return null
  const [first] = parsed.problem
  return { path: first && first.path !== '' ? `${path}.${first.path}` : path, expected: `a sound rubric (${first?.kind ?? 'unknown'})` }
}

const rubricShape = anObject<RubricRecord>({ hash: aHash, structureHash: aHash, rubric: soundRubric, adoptedAt: anInstant })
