import type { ProjectId, UnitId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { database } from '#storage/db'

/** All versions of a unit's report, superseded ones too, the last imported first. */
export async function reportVersionsOfUnit(projectId: ProjectId, unitId: UnitId): Promise<ReportSummary[]> {
  const versions = await database().reports.where('[projectId+unitId]').equals([projectId, unitId]).toArray()
  return versions.sort((a, b) => (a.importedAt < b.importedAt ? 1 : a.importedAt > b.importedAt ? -1 : 0))
}
