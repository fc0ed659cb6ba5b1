import type { Instant } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { StorageRefusal, storageProblemOf, type StorageProblem } from '#storage/storageProblem'
import type { Deps } from '#workflows/deps'

/**
 * The truth about saving. Every workflow that writes runs its transaction inside `commit`; screens show what listeners are told.
 * 'committed' is said only after the awaited transaction, never from a live query (Dexie emits those before the commit).
 */
export type CommitStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing' }
  | { readonly kind: 'committed'; readonly at: Instant }
  | { readonly kind: 'failed'; readonly at: Instant; readonly detail: string }

let settled: CommitStatus = { kind: 'idle' }
let writing = 0
const listeners = new Set<(status: CommitStatus) => void>()

export function watchCommits(listener: (status: CommitStatus) => void): () => void {
  listeners.add(listener)
  listener(writing > 0 ? { kind: 'writing' } : settled)
  return () => listeners.delete(listener)
}

/**
 * Runs one write and says how it ended. A refusal (a name that is taken, a stale entry) wrote nothing and lost nothing: the status
 * goes back to what it was. Only a disk or database that failed is announced as a failure.
 */
export async function commit<T>(deps: Deps, write: () => Promise<T>): Promise<Result<T, StorageProblem>> {
  writing += 1
  announce({ kind: 'writing' })
  try {
    const value = await write()
    settled = { kind: 'committed', at: deps.clock() }
    return success(value)
  } catch (error) {
    const problem = error instanceof StorageRefusal ? error.problem : storageProblemOf(error)
    if (isFailure(problem)) settled = { kind: 'failed', at: deps.clock(), detail: 'detail' in problem ? problem.detail : problem.kind }
    return failure(problem)
  } finally {
    writing -= 1
    if (writing === 0) announce(settled)
  }
}

/** Whether the store itself failed, rather than refusing what was asked of it. */
export function isFailure(problem: StorageProblem): boolean {
  return problem.kind === 'quota-exceeded' || problem.kind === 'storage-failed' || problem.kind === 'data-newer-than-app' || problem.kind === 'data-unreadable'
}

function announce(status: CommitStatus): void {
  for (const listener of listeners) listener(status)
}
