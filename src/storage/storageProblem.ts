import type { EntryId, ReportId, UnitId } from '#core/ids'
import type { RecordProblem } from '#core/records/shape'

/** Why nothing was stored. Whatever it is, the transaction was undone as a whole: what stood before still stands. */
export type StorageProblem =
  /** `writtenBy`: version of the program that wrote them, where it left that. */
  | { readonly kind: 'data-newer-than-app'; readonly found: number; readonly supported: number; readonly writtenBy?: string }
  /** There is a database under our name that does not tell its version; it is left alone. */
  | { readonly kind: 'data-unreadable' }
  /** The disk or the browser's share of it is full. */
  | { readonly kind: 'quota-exceeded' }
  /** Another tab or window gave the item another entry in the meantime; `standing` is that one (null: none stands). */
  | { readonly kind: 'stale-entry'; readonly standing: EntryId | null }
  | { readonly kind: 'not-found'; readonly what: 'project' | 'rubric' | 'unit' | 'report' | 'assessor' | 'attachment' }
  | { readonly kind: 'already-there'; readonly what: 'project'; readonly id: string }
  /** The same file was already imported for this unit. */
  | { readonly kind: 'report-already-there'; readonly reportId: ReportId }
  /** Another unit of the project has this name. */
  | { readonly kind: 'name-taken'; readonly name: string; readonly unitId: UnitId }
  | { readonly kind: 'invalid-record'; readonly problem: RecordProblem }
  /** Anything else the database said, in its words, for the error report. */
  | { readonly kind: 'storage-failed'; readonly detail: string }

/** What writers reject with. An exception, since only that undoes a transaction; `problem` is for the workflow. */
export class StorageRefusal extends Error {
  readonly problem: StorageProblem

  constructor(problem: StorageProblem) {
    super('detail' in problem ? `${problem.kind}: ${problem.detail}` : problem.kind)
    this.name = 'StorageRefusal'
    this.problem = problem
  }
}

/** The problem behind whatever a writer or query threw. Quota comes as an AbortError with the reason inside. */
export function storageProblemOf(error: unknown): StorageProblem {
  for (let cause: unknown = error, depth = 0; isErrorLike(cause) && depth < 5; cause = cause.inner ?? cause.cause, depth += 1) {
    if (cause instanceof StorageRefusal) return cause.problem
    // A disk that is full to the last byte comes as an unknown error, with Chromium's own word for it inside.
    if (cause.name === 'QuotaExceededError' || /NO_SPACE|No space left|disk is full/i.test(cause.message)) return { kind: 'quota-exceeded' }
  }
  return { kind: 'storage-failed', detail: isErrorLike(error) ? `${error.name}: ${error.message}` : String(error) }
}

interface ErrorLike {
  readonly name: string
  readonly message: string
  readonly inner?: unknown
  readonly cause?: unknown
}

function isErrorLike(value: unknown): value is ErrorLike {
  return typeof value === 'object' && value !== null && 'name' in value && 'message' in value
}
