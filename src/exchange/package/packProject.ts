import { sha256 } from '#core/digest/sha256'
import type { Sha256 } from '#core/ids'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import { failure, success, type Result } from '#core/result'
import { archiveLimits, type ProjectFileProblem } from '#exchange/package/projectFile'
import { checkArchiveSize, readProjectFile, type OpenedProjectFile } from '#exchange/package/readProjectFile'
import { isSealed, sealFile, unsealFile, type SealProblem } from '#exchange/package/sealFile'
import { writeProjectFile } from '#exchange/package/writeProjectFile'

export interface PackOptions {
  readonly savedAt: string
  readonly appVersion: string
  readonly drafts?: readonly RubricDraftRecord[]
  /** Null: in clear. */
  readonly passphrase?: string | null
}

/** A file ready to be handed out, and what must be found when it is read back. */
export interface PackedProject {
  readonly bytes: Uint8Array
  readonly sha256: Sha256
}

/** Why a project was not packed: no program would open so large a file, or the browser cannot seal. */
export type PackProblem = Extract<ProjectFileProblem, { kind: 'too-large' }> | { readonly kind: 'sealing-unavailable' }

/** A project as its file, sealed where there is a passphrase. What is too large to be opened again is not written. */
export async function packProject(snapshot: ProjectSnapshot, { passphrase = null, ...made }: PackOptions): Promise<Result<PackedProject, PackProblem>> {
  const heldBytes = [...snapshot.originals.values(), ...snapshot.attachments.values()].reduce((sum, { length }) => sum + length, 0)
  // Said before minutes are spent on compressing it.
  if (heldBytes > archiveLimits.totalBytes) return failure({ kind: 'too-large', sizeBytes: heldBytes, limitBytes: archiveLimits.totalBytes })
  const plain = writeProjectFile(snapshot, made)
  const size = checkArchiveSize(plain)
  if (!size.ok) return size.problem.kind === 'too-large' ? failure(size.problem) : unreadable(size.problem)
  const file = passphrase === null ? success(plain) : await sealFile(plain, passphrase)
  if (!file.ok) return failure({ kind: 'sealing-unavailable' })
  return success({ bytes: file.value, sha256: sha256(file.value) })
}

export type UnpackProblem = ProjectFileProblem | Exclude<SealProblem, { kind: 'not-sealed' }> | { readonly kind: 'passphrase-needed' }

/** A project file that nobody vouches for, sealed or not; a sealed one without a passphrase says that it wants one. */
export async function unpackProject(bytes: Uint8Array, passphrase: string | null): Promise<Result<OpenedProjectFile & { readonly sealed: boolean }, UnpackProblem>> {
  const sealed = isSealed(bytes)
  if (sealed && passphrase === null) return failure({ kind: 'passphrase-needed' })
  const plain = sealed ? await unsealFile(bytes, passphrase!) : success(bytes)
  if (!plain.ok) return plain.problem.kind === 'not-sealed' ? failure({ kind: 'not-a-project-file' }) : failure(plain.problem)
  const read = readProjectFile(plain.value)
  return read.ok ? success({ ...read.value, sealed }) : read
}

function unreadable(problem: ProjectFileProblem): never {
  throw new Error(`the file just made cannot be read: ${problem.kind}`)
}
