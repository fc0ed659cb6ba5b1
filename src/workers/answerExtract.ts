import type { Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'
import { readReport } from '#exchange/readReport'

export interface ExtractRequest {
  readonly fileName: string
  readonly bytes: Uint8Array
}

/** What extract.worker does; also called directly where there is no worker. */
export function answerExtract(request: ExtractRequest): Promise<Result<ReportProposal, ImportProblem>> {
  return readReport(request.fileName, request.bytes)
}
