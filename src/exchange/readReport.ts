import { sha256 } from '#core/digest/sha256'
import { failure, success, type Result } from '#core/result'
import { proposeReport } from '#core/text/proposeReport'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'
import { readDocument } from '#exchange/readDocument'

/**
 * A dropped file to a proposal: read, clean, recognise. The bytes are only looked at. Each problem is a refusal, with nothing kept.
 * @example await readReport('report.txt', new Uint8Array()) // { ok: false, problem: { kind: 'empty-file' } }
 */
export async function readReport(fileName: string, bytes: Uint8Array): Promise<Result<ReportProposal, ImportProblem>> {
  const raw = await readDocument(fileName, bytes)
  if (!raw.ok) return raw
  const proposal = proposeReport({ fileName, sizeBytes: bytes.length, bytesHash: sha256(bytes) }, raw.value)
  return proposal.text.trim() === '' ? failure({ kind: 'no-text-left' }) : success(proposal)
}
