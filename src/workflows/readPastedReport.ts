import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { ReportProposal } from '#core/text/reportProposal'

/**
 * Text from the clipboard as a report, and what it proposes to be; `bytes` are the text as UTF-8, which is what is kept as its original.
 * Nothing is stored. The parts that read come when they are first needed.
 */
export async function readPastedReport({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<Result<ReportProposal, ImportProblem>> {
  const [{ readPasted }, { proposeReport }, { sha256 }] = await Promise.all([import('#exchange/readPasted'), import('#core/text/proposeReport'), import('#core/digest/sha256')])
  const raw = readPasted(new TextDecoder().decode(bytes))
  if (!raw.ok) return raw
  const proposal = proposeReport({ fileName: name, sizeBytes: bytes.length, bytesHash: sha256(bytes) }, raw.value)
  return proposal.text.trim() === '' ? failure({ kind: 'no-text-left' }) : success(proposal)
}
