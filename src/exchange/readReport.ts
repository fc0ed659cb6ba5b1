import { sha256 } from '#core/digest/sha256'
import { sha256OfText } from '#core/digest/sha256OfText'
import { failure, success, type Result } from '#core/result'
import { cleanText } from '#core/text/cleanText'
import { proposeReport } from '#core/text/proposeReport'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'
import { decodeText } from '#exchange/text/decodeText'

/**
 * A dropped file to a proposal: decode, clean, read. The bytes are only looked at. Each problem is a refusal, with nothing kept.
 * @example readReport('report.txt', new Uint8Array()) // { ok: false, problem: { kind: 'empty-file' } }
 */
export function readReport(fileName: string, bytes: Uint8Array): Result<ReportProposal, ImportProblem> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const cleaned = cleanText(decoded.value.text)
  if (cleaned.text.trim() === '') return failure({ kind: 'no-text-left' })
  const { encoding } = decoded.value
  return success(proposeReport(fileName, bytes.length, encoding, sha256(bytes), sha256OfText(cleaned.text), cleaned))
}
