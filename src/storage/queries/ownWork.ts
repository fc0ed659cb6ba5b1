import { database, scope } from '#storage/db'

/** How much of their own people have put in: judgements and reports, sample projects aside. */
export async function ownWork(): Promise<{ readonly entries: number; readonly reports: number }> {
  const db = database()
  return db.transaction('r', [db.projects, db.ledger, db.reports], async () => {
    let entries = 0
    let reports = 0
    for (const { id, sample } of await db.projects.toArray()) {
      if (sample) continue
      const { from, to } = scope(id)
      for (const { lines } of await db.ledger.where(':id').between(from, to).toArray()) entries += lines.reduce((sum, line) => sum + line.entryCount, 0)
      reports += await db.reports.where(':id').between(from, to).count()
    }
    return { entries, reports }
  })
}
