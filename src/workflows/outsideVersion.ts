import type { ProjectId } from '#core/ids'
import { failure, type Result } from '#core/result'
import { lookAtWork } from '#workflows/autosave'
import type { Deps } from '#workflows/deps'
import { openProjectFile, type OnConflict, type OpenProjectProblem } from '#workflows/openProjectFile'
import { passphraseOf } from '#workflows/passphrases'
import { readWorkFile } from '#workflows/workFile'

/**
 * The project's file was changed elsewhere: opens what lies there now, beside the work ('copy') or in its place ('replace', which keeps
 * the work among the removed projects). The file itself is only read.
 */
export async function openOutsideVersion(
  deps: Deps,
  projectId: ProjectId,
  onConflict: Exclude<OnConflict, { readonly kind: 'ask' }>,
): Promise<Result<ProjectId, OpenProjectProblem | { readonly kind: 'file-gone' }>> {
  const file = await readWorkFile(projectId).catch(() => null)
  if (!file) return failure({ kind: 'file-gone' })
  const opened = await openProjectFile(deps, file, { onConflict, passphrase: passphraseOf(projectId) })
  await lookAtWork()
  return opened
}
