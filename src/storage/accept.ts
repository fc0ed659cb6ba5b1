import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'
import { StorageRefusal } from '#storage/storageProblem'

/** The checked record, or a refusal: nothing that its own check would not read again is stored. */
export function accept<T>(checked: Result<T, RecordProblem>): T {
  if (checked.ok) return checked.value
  throw new StorageRefusal({ kind: 'invalid-record', problem: checked.problem })
}
