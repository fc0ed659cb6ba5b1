import type { ProjectId, ReportId } from '#core/ids'
import type { ProjectTables, ScoreTables } from '#core/records/checkInvariants'
import { scope } from '#storage/db'
import { namedEarlierRubrics } from '#storage/earlierRubrics'
import type { Database } from '#storage/db'
import { scorecardTables } from '#storage/packedScorecards'
import { projectTables } from '#storage/projects'

/** All rows of a project as they lie there, in one read transaction; for checkInvariants. */
export function projectTablesOf(db: Database, projectId: ProjectId): Promise<ProjectTables> {
  const { from, to } = scope(projectId)
  return db.transaction('r', [...projectTables(db), db.meta], async () => {
    const project = await db.projects.get(projectId)
    return {
      project,
      earlierRubrics: await namedEarlierRubrics(db, projectId),
      rubric: project && (await db.rubrics.get(project.rubricHash)),
      units: await db.units.where(':id').between(from, to).toArray(),
      assessors: await db.assessors.where(':id').between(from, to).toArray(),
      reports: await db.reports.where(':id').between(from, to).toArray(),
      texts: await db.texts.where(':id').between(from, to).toArray(),
      attachments: await db.attachments.where(':id').between(from, to).toArray(),
      originalIds: (await db.originals.where(':id').between(from, to).primaryKeys()).map(([, id]) => id as ReportId),
      ...(await scoreTablesOf(db, projectId)),
    }
  })
}

export function scoreTablesOf(db: Database, projectId: ProjectId): Promise<ScoreTables> {
  const { from, to } = scope(projectId)
  return db.transaction('r', [...scorecardTables(db), db.entries, db.ledger], async () => {
    const [scorecards, remarks, entries, segments, ledger] = await Promise.all([
      db.scorecards.where(':id').between(from, to).toArray(),
      db.remarks.where(':id').between(from, to).toArray(),
      db.entries.where(':id').between(from, to).toArray(),
      db.segments.where(':id').between(from, to).toArray(),
      db.ledger.where(':id').between(from, to).toArray(),
    ])
    return { scorecards, remarks, entries, segments, ledger }
  })
}
