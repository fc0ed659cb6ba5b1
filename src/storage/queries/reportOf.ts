import type { ProjectId, ReportId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { database } from '#storage/db'
import { joinReport } from '#storage/splitReport'

/** A report with its text, superseded ones too; undefined when there is no such report. */
export async function reportOf(projectId: ProjectId, reportId: ReportId): Promise<ReportRecord | undefined> {
  const db = database()
  const [summary, text] = await db.transaction('r', [db.reports, db.texts], () => Promise.all([db.reports.get([projectId, reportId]), db.texts.get([projectId, reportId])]))
  return summary && text && joinReport(summary, text)
}
