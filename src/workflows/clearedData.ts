import type { Instant } from '#core/ids'
import { dataSince } from '#storage/queries/dataSince'

/**
 * Clearing a site's data takes the database, the copies and the sentinel together; what remains is the file. A project file that is opened
 * into an empty browser, saved before this browser's data begin, is the sign of it, or of a file that comes from elsewhere: both are said.
 */
export interface ClearedSign {
  readonly projectName: string
  readonly savedAt: Instant
  /** Since when this browser has any data of ours. */
  readonly since: Instant
}

let sign: ClearedSign | null = null
const listeners = new Set<(sign: ClearedSign | null) => void>()

export function watchClearedSign(listener: (sign: ClearedSign | null) => void): () => void {
  listeners.add(listener)
  listener(sign)
  return () => listeners.delete(listener)
}

/** Called with a file that has been checked, before it is stored. */
export async function lookForClearedData(file: { readonly projectName: string; readonly savedAt: string }): Promise<void> {
  const since = await dataSince()
  if (since && since.projects === 0 && file.savedAt < since.at) tell({ projectName: file.projectName, savedAt: file.savedAt as Instant, since: since.at })
}

/** The person has read it. */
export function dismissClearedSign(): void {
  tell(null)
}

function tell(next: ClearedSign | null): void {
  sign = next
  for (const listener of listeners) listener(next)
}
