import type { Instant, ProjectId, Sha256 } from '#core/ids'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { failure, success, type Result } from '#core/result'
import type { PackedProject, PackProblem } from '#exchange/package/packProject'
import type { ProjectStamp } from '#storage/fileSave'
import { projectStamp } from '#storage/queries/projectStamp'
import { readProjectSnapshot } from '#storage/snapshots'
import { storageProblemOf, type StorageProblem } from '#storage/storageProblem'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import type { Deps } from '#workflows/deps'

export interface MadeProjectFile {
  readonly bytes: Uint8Array
  readonly sha256: Sha256
  readonly at: Instant
  readonly stamp: ProjectStamp
  readonly snapshot: ProjectSnapshot
}

export type MakeFileProblem = StorageProblem | PackProblem

/**
 * A project as the bytes of its file, made in the background. The stamp is taken before the content: what is written in between is called
 * unsaved once more, never saved too early.
 */
export async function makeProjectFile(
  deps: Deps,
  projectId: ProjectId,
  { passphrase, drafts }: { readonly passphrase: string | null; readonly drafts?: readonly RubricDraftRecord[] },
): Promise<Result<MadeProjectFile, MakeFileProblem>> {
  try {
    const stamp = await projectStamp(projectId)
    if (!stamp) return failure({ kind: 'not-found', what: 'project' })
    const snapshot = await readProjectSnapshot(projectId)
    const at = deps.clock()
    const request: FileRequest = { kind: 'write-project', snapshot, savedAt: at, appVersion: deps.appVersion, passphrase, ...(drafts && { drafts }) }
    const packed = await callWorker<FileRequest, Result<PackedProject, PackProblem>>('file', request)
    return packed.ok ? success({ ...packed.value, at, stamp, snapshot }) : packed
  } catch (error) {
    return failure(storageProblemOf(error))
  }
}
