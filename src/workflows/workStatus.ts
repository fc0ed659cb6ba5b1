import type { ProjectId } from '#core/ids'
import type { WorkFileProblem } from '#workflows/workFile'
import type { WorkFileState } from '#workflows/workFileState'

/** What is known of the open project and its file. `failure`: why the last attempt to save failed; it goes with the next that does not. */
export interface WorkStatus {
  readonly projectId: ProjectId
  readonly state: WorkFileState
  readonly saving: boolean
  readonly failure: WorkFileProblem | null
}

let status: WorkStatus | null = null
const listeners = new Set<(status: WorkStatus | null) => void>()

/** Tells how the open project stands to its file, now and whenever that changes; null = no project is open. */
export function watchWork(listener: (status: WorkStatus | null) => void): () => void {
  listeners.add(listener)
  listener(status)
  return () => listeners.delete(listener)
}

/** For autosave alone, which knows. */
export function announceWork(next: WorkStatus | null): void {
  status = next
  for (const listener of listeners) listener(next)
}
