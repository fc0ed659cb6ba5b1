import type { Instant } from '#core/ids'
import { database, sinceKey } from '#storage/db'

/** When this database was made, and how many projects it holds; null for one from before that was noted. */
export async function dataSince(): Promise<{ readonly at: Instant; readonly projects: number } | null> {
  const db = database()
  return db.transaction('r', [db.projects, db.meta], async () => {
    const row = await db.meta.get(sinceKey)
    return typeof row?.value === 'string' ? { at: row.value as Instant, projects: await db.projects.count() } : null
  })
}
