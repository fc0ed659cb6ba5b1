import type { ProjectId, ReportId } from '#core/ids'
import { success, type Result } from '#core/result'
import { changeReport as changeReportRecord, removeReport as deleteReport, type ReportChanges } from '#storage/reports'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

/** Corrects what is known about a report (title, year, dates); its text and bytes never change. */
export async function changeReport(deps: Deps, projectId: ProjectId, reportId: ReportId, changes: ReportChanges): Promise<Result<null, StorageProblem>> {
  const changed = await commit(deps, () => changeReportRecord(projectId, reportId, changes))
  return changed.ok ? success(null) : changed
}

/** Takes a report out for good, text and bytes; passages quoted from it stay in the entries as they were. */
export async function removeReport(deps: Deps, projectId: ProjectId, reportId: ReportId): Promise<Result<null, StorageProblem>> {
  return commit(deps, async () => {
    await deleteReport(projectId, reportId)
    return null
  })
}
