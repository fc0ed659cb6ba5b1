import { sha256 } from '#core/digest/sha256'
import { proofLimitBytes, proofMediaTypes, type ProofFile } from '#core/evidence/outsideProof'
import type { ProjectId } from '#core/ids'
import { failure, success, type Result } from '#core/result'
import { addAttachment } from '#storage/attachments'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export type AttachmentProblem =
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  /** Neither a picture nor a PDF. */
  | { readonly kind: 'not-a-proof'; readonly mediaType: string }
  | StorageProblem

/**
 * Keeps a screenshot or PDF under the hash of its bytes, for an entry to name. The same file twice is kept once. It goes into the
 * project's file when an entry names it.
 */
export async function keepAttachment(
  deps: Deps,
  projectId: ProjectId,
  { name, mediaType, bytes }: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): Promise<Result<ProofFile, AttachmentProblem>> {
  if (bytes.length === 0) return failure({ kind: 'empty-file' })
  if (bytes.length > proofLimitBytes) return failure({ kind: 'too-large', sizeBytes: bytes.length, limitBytes: proofLimitBytes })
  if (!proofMediaTypes.includes(mediaType)) return failure({ kind: 'not-a-proof', mediaType })
  const hash = sha256(bytes)
  const kept = await commit(deps, () => addAttachment(projectId, hash, bytes))
  return kept.ok ? success({ hash, name: name.trim() === '' ? hash : name.trim(), sizeBytes: bytes.length, mediaType }) : kept
}
