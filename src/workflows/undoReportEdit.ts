import type { ProjectId, ReportId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { failure, success, type Result } from '#core/result'
import { removeTextEdit } from '#storage/reportText'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

/** Takes the last change of a report's text back. Returns the report as it is now. */
export async function undoReportEdit(deps: Deps, projectId: ProjectId, reportId: ReportId): Promise<Result<ReportRecord, { readonly kind: 'nothing-to-undo' } | StorageProblem>> {
  const undone = await commit(deps, () => removeTextEdit(projectId, reportId))
  if (!undone.ok) return undone
  return undone.value ? success(undone.value) : failure({ kind: 'nothing-to-undo' })
}
