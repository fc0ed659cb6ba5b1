import { sha256 } from '#core/digest/sha256'
import { sha256OfText } from '#core/digest/sha256OfText'
import { failure, success, type Result } from '#core/result'
import { cleanText } from '#core/text/cleanText'
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
  const cleaned = cleanText(raw.value.text)
  if (cleaned.text.trim() === '') return failure({ kind: 'no-text-left' })
  return success(proposeReport(fileName, bytes.length, raw.value.encoding ?? 'utf-8', sha256(bytes), sha256OfText(cleaned.text), cleaned))
}
