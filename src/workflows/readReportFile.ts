import type { Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'
import { callExtract } from '#workers/callWorker'

/** Reads a dropped file in the background and proposes what it is. Nothing is stored. */
export function readReportFile(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Result<ReportProposal, ImportProblem>> {
  return callExtract(file.name, file.bytes)
}
