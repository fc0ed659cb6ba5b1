import type { Instant, ProjectId } from '#core/ids'
import type { LedgerRecord } from '#core/records/ledgerRecord'
import { digestLedger, parseSentinel, stricterSentinel, type PresentState, type Sentinel, type SentinelProject } from '#core/records/sentinel'
import { database, lastFileSaveKey, scope, writesKey } from '#storage/db'
import type { FileSave } from '#storage/fileSave'
import { readSentinelFile, writeSentinelFile } from '#storage/sentinelFile'

/** Beside the database, in the same browser; clearing the site's data takes both. */
const place = 'zhunsheng.sentinel'

/** What was last known to be stored; null where nothing was, or where the browser keeps nothing. */
export function readSentinel(): Sentinel | null {
  return parseSentinel(shelf()?.getItem(place) ?? null)
}

/** The stricter of what both places say. */
export async function readSentinels(): Promise<Sentinel | null> {
  return stricterSentinel(readSentinel(), parseSentinel(await readSentinelFile()))
}

/** Raises the count of acknowledged writes at once: after the commit, before anybody is told of it. Another tab may be ahead. */
export function raiseSentinel(writes: number): void {
  const before = readSentinel()
  if (before && before.writes >= writes) return
  put({ writes, at: now(), stock: before?.stock ?? 0, projects: before?.projects ?? [] })
}

/**
 * Takes stock of the projects as they are now; what a person deleted is then no loss. Called when things have come to rest, never before
 * a loss was looked for. The count of writes is not lowered: another tab may have raised it meanwhile.
 */
export async function renewSentinel(): Promise<void> {
  const { writes, projects } = await takeStock()
  await putBoth({ writes: Math.max(writes, readSentinel()?.writes ?? 0), at: now(), stock: writes, projects })
}

/** From now on what is there is what must be there: a person was told of the loss. */
export async function acceptPresentState(): Promise<void> {
  const { writes, projects } = await takeStock()
  await putBoth({ writes, at: now(), stock: writes, projects })
}

/** Whether the witness can be kept at all: written and read again. */
export function canKeepSentinel(): boolean {
  const test = `${place}.test`
  try {
    shelf()?.setItem(test, '1')
    const kept = shelf()?.getItem(test) === '1'
    shelf()?.removeItem(test)
    return kept
  } catch {
    return false
  }
}

/** How many writes the database has seen, and what its projects hold, with their last file. */
export async function takeStock(): Promise<PresentState & { readonly projects: readonly SentinelProject[] }> {
  const db = database()
  return db.transaction('r', [db.projects, db.units, db.reports, db.ledger, db.meta], async () => {
    const [projects, ledger, writes] = await Promise.all([db.projects.toArray(), db.ledger.toArray(), db.meta.get(writesKey)])
    const ledgerOf = new Map<ProjectId, LedgerRecord[]>(projects.map(({ id }) => [id, []]))
    for (const record of ledger) ledgerOf.get(record.projectId)?.push(record)
    const files = await db.meta.bulkGet(projects.map(({ id }) => lastFileSaveKey(id)))
    const counts = await Promise.all(projects.map(async ({ id }) => {
      const { from, to } = scope(id)
      const [units, reports] = await Promise.all([db.units.where(':id').between(from, to).count(), db.reports.where(':id').between(from, to).count()])
      return { units, reports }
    }))
    return {
      writes: typeof writes?.value === 'number' ? writes.value : 0,
      projects: projects.map(({ id, name }, index) => {
        const file = files[index]?.value as FileSave | undefined
        const records = ledgerOf.get(id) ?? []
        const entries = records.reduce((sum, { lines }) => sum + lines.reduce((of, line) => of + line.entryCount, 0), 0)
        return { id, name, units: 0, reports: 0, ...counts[index], entries, digest: digestLedger(records), file: file ? { name: file.fileName, at: file.at } : null }
      }),
    }
  })
}

async function putBoth(sentinel: Sentinel): Promise<void> {
  put(sentinel)
  await writeSentinelFile(JSON.stringify(sentinel))
}

function put(sentinel: Sentinel): void {
  try {
    shelf()?.setItem(place, JSON.stringify(sentinel))
  } catch {
    // A full or forbidden localStorage: the database is whole all the same, it has no witness then; the health page says so.
  }
}

function now(): Instant {
  return new Date().toISOString() as Instant
}

/** None in Node, and where the browser forbids it. */
function shelf(): Storage | null {
  try {
    return globalThis.localStorage ?? null
  } catch {
    return null
  }
}
