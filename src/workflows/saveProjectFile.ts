import type { ProjectId } from '#core/ids'
import { fileNameOf } from '#core/text/fileNameOf'
import { failure, success, type Result } from '#core/result'
import { projectFileEnding } from '#exchange/package/projectFile'
import { rememberFileSave } from '#storage/fileSaves'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import { localDay } from '#workflows/localTime'
import { makeProjectFile, type MakeFileProblem } from '#workflows/makeProjectFile'
import { passphraseOf } from '#workflows/passphrases'

export type SaveFileProblem = MakeFileProblem | { readonly kind: 'passphrase-needed'; readonly fileName: string }

/**
 * Hands the whole project to the person as one file (a download); nothing in the project changes. Returns the file's name. What was
 * sealed last time is not handed out in clear because its passphrase is not at hand; `inClear` says that it shall be.
 */
export async function saveProjectFile(deps: Deps, projectId: ProjectId, { inClear = false }: { readonly inClear?: boolean } = {}): Promise<Result<string, SaveFileProblem>> {
  const passphrase = inClear ? null : passphraseOf(projectId)
  const [last, link] = await Promise.all([lastFileSave(projectId), fileLinkOf(projectId)])
  const wanted = last?.sealed || link?.sealed
  if (wanted && passphrase === null && !inClear) return failure({ kind: 'passphrase-needed', fileName: link?.name ?? last?.fileName ?? '' })
  const made = await makeProjectFile(deps, projectId, { passphrase })
  if (!made.ok) return made
  const { bytes, at, stamp, snapshot } = made.value
  const fileName = `${fileNameOf(snapshot.project.name)}_${localDay(at)}${projectFileEnding}`
  await deps.saveFile(fileName, bytes, 'application/zip')
  const remembered = await commit(deps, () => rememberFileSave(projectId, { at, fileName, saved: stamp, ...(passphrase !== null && { sealed: true }) }))
  return remembered.ok ? success(fileName) : remembered
}
