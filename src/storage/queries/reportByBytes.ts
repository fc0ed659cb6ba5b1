import type { ProjectId, Sha256 } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { database, scope } from '#storage/db'

/** Was this file imported into the project before? */
export function reportByBytes(projectId: ProjectId, bytesHash: Sha256): Promise<ReportSummary | undefined> {
  const { from, to } = scope(projectId)
  return database().reports.where(':id').between(from, to).filter((report) => report.bytesHash === bytesHash).first()
}
