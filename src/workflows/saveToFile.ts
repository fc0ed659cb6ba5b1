import type { Instant, ProjectId } from '#core/ids'
import { success, type Result } from '#core/result'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { lookAtWork, saveWorkNow } from '#workflows/autosave'
import type { Deps } from '#workflows/deps'
import { saveProjectFile } from '#workflows/saveProjectFile'
import { askForWorkFile, saveWorkAs, workFileName, type WorkFileProblem } from '#workflows/workFile'

export type SaveOutcome =
  | { readonly kind: 'file'; readonly fileName: string; readonly at: Instant }
  | { readonly kind: 'download'; readonly fileName: string }
  /** The person closed the browser's question. */
  | { readonly kind: 'given-up' }

/**
 * The one "save" of the program, on a click: to the project's file; where it has none (or `asNew`), to a file that is chosen now and kept
 * from then on; where the browser asks no such question, as a download.
 */
export async function saveToFile(deps: Deps, projectId: ProjectId, { asNew = false }: { readonly asNew?: boolean } = {}): Promise<Result<SaveOutcome, WorkFileProblem>> {
  if (!asNew && (await fileLinkOf(projectId))) {
    await askForWorkFile(projectId).catch(() => false)
    const saved = await saveWorkNow(deps, projectId)
    return saved.ok ? success({ kind: 'file', ...saved.value }) : saved
  }
  const picked = (await deps.pickSaveFile?.(await workFileName(projectId))) ?? { kind: 'refused' as const }
  if (picked.kind === 'given-up') return success(picked)
  if (picked.kind === 'refused') return download(deps, projectId)
  const saved = await saveWorkAs(deps, projectId, picked.handle)
  await lookAtWork()
  return saved.ok ? success({ kind: 'file', ...saved.value }) : saved
}

/** A copy for elsewhere; the project's own file stays what it is. */
export async function download(deps: Deps, projectId: ProjectId): Promise<Result<SaveOutcome, WorkFileProblem>> {
  const saved = await saveProjectFile(deps, projectId)
  await lookAtWork()
  return saved.ok ? success({ kind: 'download', fileName: saved.value }) : saved
}
