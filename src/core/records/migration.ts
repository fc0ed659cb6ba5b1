import { isObject } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'

/** One record of an older shape → the same record in the next shape. Whether it is sound is asked after the last step. */
export type RecordMigration = (old: unknown) => Result<unknown, RecordProblem>

/**
 * A migration that only adds fields, each with what was true before the field was known. A record that is none, or has one of the
 * fields already, is not of the older shape: refused, never mended.
 */
export function addingFields(record: string, added: Readonly<Record<string, unknown>>): RecordMigration {
  return (old) => {
    if (!isObject(old)) return failure({ kind: 'invalid-record', record, path: '', expected: 'an object' })
    const early = Object.keys(added).find((key) => Object.hasOwn(old, key))
    return early === undefined ? success({ ...old, ...added }) : failure({ kind: 'invalid-record', record, path: early, expected: 'no such field' })
  }
}
