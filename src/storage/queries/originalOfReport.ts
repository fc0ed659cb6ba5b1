import type { ProjectId, ReportId } from '#core/ids'
import { database } from '#storage/db'

/** The bytes of a report as they were dropped; undefined when there is no such report. */
export async function originalOfReport(projectId: ProjectId, reportId: ReportId): Promise<Uint8Array | undefined> {
  return (await database().originals.get([projectId, reportId]))?.bytes
}
