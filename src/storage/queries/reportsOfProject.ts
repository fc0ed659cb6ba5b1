import type { ProjectId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { database, scope } from '#storage/db'

/** All reports of a project, without their text. */
export function reportsOfProject(projectId: ProjectId): Promise<ReportSummary[]> {
  const { from, to } = scope(projectId)
  return database().reports.where(':id').between(from, to).toArray()
}
