import { sha256OfText } from '#core/digest/sha256OfText'
import type { ProjectId } from '#core/ids'
import { database, scope } from '#storage/db'
import type { ProjectStamp } from '#storage/fileSave'
import { projectTables } from '#storage/projects'

/**
 * Digest of everything a project file would hold, taken from what is digested already: the ledger stands for all scorecards and their
 * history, hashes stand for texts and originals. Null when there is no such project.
 */
export async function projectStamp(projectId: ProjectId): Promise<ProjectStamp | null> {
  const db = database()
  const { from, to } = scope(projectId)
  return db.transaction('r', projectTables(db), async () => {
    const project = await db.projects.get(projectId)
    if (!project) return null
    const [ledger, units, assessors, reports] = await Promise.all([
      db.ledger.where(':id').between(from, to).toArray(),
      db.units.where(':id').between(from, to).toArray(),
      db.assessors.where(':id').between(from, to).toArray(),
      db.reports.where(':id').between(from, to).toArray(),
    ])
    const entries = ledger.reduce((sum, { lines }) => sum + lines.reduce((of, line) => of + line.entryCount, 0), 0)
    return { stamp: sha256OfText(JSON.stringify([project, ledger, units, assessors, reports])), entries }
  })
}
