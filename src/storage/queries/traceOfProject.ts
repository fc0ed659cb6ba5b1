import type { ProjectId } from '#core/ids'
import { database, scope } from '#storage/db'
import { readSentinels } from '#storage/sentinel'

/** How many records of a project lie anywhere in this browser's storage, copies aside; read from the tables, not from what was deleted. */
export interface ProjectTrace {
  readonly units: number
  readonly reports: number
  readonly originals: number
  readonly attachments: number
  /** Scorecards, history, remarks and ledger. */
  readonly scores: number
  /** The project itself, its assessors, texts and small notes. */
  readonly others: number
  readonly sentinel: number
}

export async function traceOfProject(projectId: ProjectId): Promise<ProjectTrace> {
  const db = database()
  const { from, to } = scope(projectId)
  const stored = await db.transaction('r', db.tables, async () => {
    const count = (table: (typeof db.tables)[number]) => table.where(':id').between(from, to).count()
    const sum = async (...tables: (typeof db.tables)[number][]) => (await Promise.all(tables.map(count))).reduce((all, one) => all + one, 0)
    const notes = (await db.meta.toCollection().primaryKeys()).filter((key) => key.includes(projectId)).length
    const own = (await db.projects.get(projectId)) ? 1 : 0
    return {
      units: await count(db.units),
      reports: await count(db.reports),
      originals: await count(db.originals),
      attachments: await count(db.attachments),
      scores: await sum(db.scorecards, db.remarks, db.entries, db.segments, db.ledger),
      others: own + notes + (await sum(db.texts, db.assessors)),
    }
  })
  const named = (await readSentinels())?.projects.filter(({ id }) => id === projectId).length ?? 0
  return { ...stored, sentinel: named }
}
