import type { Instant } from '#core/ids'
import { parseSentinel, type PresentState, type Sentinel, type SentinelProject } from '#core/records/sentinel'
import { database, lastFileSaveKey, writesKey } from '#storage/db'
import type { FileSave } from '#storage/fileSave'

/** Beside the database, in the same browser; clearing the site's data takes both. */
const place = 'zhunsheng.sentinel'

/** What was last known to be stored; null where nothing was, or where the browser keeps nothing. */
export function readSentinel(): Sentinel | null {
  return parseSentinel(shelf()?.getItem(place) ?? null)
}

/** Raises the count of acknowledged writes at once: after the commit, before anybody is told of it. Another tab may be ahead. */
export function raiseSentinel(writes: number): void {
  const before = readSentinel()
  if (before && before.writes >= writes) return
  put({ writes, at: new Date().toISOString() as Instant, projects: before?.projects ?? [] })
}

/** Takes stock of the projects as they are now; what a person deleted is then no loss. Called when things have come to rest. */
export async function renewSentinel(): Promise<void> {
  const { writes, projects } = await takeStock()
  put({ writes, at: new Date().toISOString() as Instant, projects })
}

/** How many writes the database has seen, and what its projects hold, with their last file. */
export async function takeStock(): Promise<PresentState & { readonly projects: readonly SentinelProject[] }> {
  const db = database()
  return db.transaction('r', [db.projects, db.ledger, db.meta], async () => {
    const [projects, ledger, writes] = await Promise.all([db.projects.toArray(), db.ledger.toArray(), db.meta.get(writesKey)])
    const entries = new Map<string, number>()
    for (const { projectId, lines } of ledger) entries.set(projectId, lines.reduce((sum, line) => sum + line.entryCount, entries.get(projectId) ?? 0))
    const files = await db.meta.bulkGet(projects.map(({ id }) => lastFileSaveKey(id)))
    return {
      writes: typeof writes?.value === 'number' ? writes.value : 0,
      projects: projects.map(({ id, name }, index) => {
        const file = files[index]?.value as FileSave | undefined
        return { id, name, entries: entries.get(id) ?? 0, file: file ? { name: file.fileName, at: file.at } : null }
      }),
    }
  })
}

function put(sentinel: Sentinel): void {
  try {
    shelf()?.setItem(place, JSON.stringify(sentinel))
  } catch {
    // A full or forbidden localStorage: the database is whole all the same, it has no witness then; the health page says so.
  }
}

/** None in Node, and where the browser forbids it. */
function shelf(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}
