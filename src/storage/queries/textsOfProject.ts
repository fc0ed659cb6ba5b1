import { currentReport } from '#core/records/currentReport'
import type { ProjectId, UnitId } from '#core/ids'
import type { ReportRecord, ReportSummary } from '#core/records/reportRecord'
import { database, scope } from '#storage/db'
import { joinReport } from '#storage/splitReport'

/**
 * The report that stands of every unit of a project, with its text (what reportOfUnit gives for each), in no particular order. Large:
 * for what a person asks for, never for a live view.
 */
export async function textsOfProject(projectId: ProjectId): Promise<ReportRecord[]> {
  const db = database()
  const { from, to } = scope(projectId)
  const [summaries, texts] = await db.transaction('r', [db.reports, db.texts], () =>
    Promise.all([db.reports.where(':id').between(from, to).toArray(), db.texts.where(':id').between(from, to).toArray()]),
  )
  const versions = new Map<UnitId, ReportSummary[]>()
  for (const summary of summaries) versions.set(summary.unitId, [...(versions.get(summary.unitId) ?? []), summary])
  const textOf = new Map(texts.map((row) => [row.id, row]))
  return [...versions.values()].flatMap((ofUnit) => {
    const current = currentReport(ofUnit)
    const text = current && textOf.get(current.id)
    return current && text ? [joinReport(current, text)] : []
  })
}
