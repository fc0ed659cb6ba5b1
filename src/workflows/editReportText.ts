import type { ProjectId, ReportId, Sha256 } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import type { TextChange, TextEditProblem } from '#core/records/textEdits'
import { type Result } from '#core/result'
import { signedInOf } from '#storage/queries/signedInOf'
import { appendTextEdit } from '#storage/reportText'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export interface ReportTextChange extends TextChange {
  /** Hash of the text in which the place was chosen: where another window has changed it since, the change is refused. Left out: not asked. */
  readonly basedOn?: Sha256
}

/**
 * Changes the cleaned text of a report at one place and keeps the change: when, by whom, what stood there. The original bytes stay.
 * Passages marked before are not rewritten; they are found again in the new text (locateAnchor). Returns the report as it is now.
 */
export async function editReportText(
  deps: Deps,
  projectId: ProjectId,
  reportId: ReportId,
  { start, removed, inserted, basedOn }: ReportTextChange,
): Promise<Result<ReportRecord, TextEditProblem | StorageProblem>> {
  const assessorId = await signedInOf(projectId)
  // Texts have line feeds only; what is pasted may not.
  const edit = { at: deps.clock(), assessorId, start, removed, inserted: inserted.replace(/\r\n?/g, '\n') }
  const edited = await commit(deps, () => appendTextEdit(projectId, reportId, edit, basedOn))
  return edited.ok ? edited.value : edited
}
