import type { ProjectId } from '#core/ids'
import type { CopyNote } from '#core/records/copyNote'
import { failure, success, type Result } from '#core/result'
import { fileNameOf } from '#core/text/fileNameOf'
import { openCopyShelf } from '#storage/copyShelf'
import { projectOf } from '#storage/queries/projectOf'
import { storageProblemOf } from '#storage/storageProblem'
import type { Deps } from '#workflows/deps'
import { localDay } from '#workflows/localTime'
import type { LossFound } from '#workflows/lossAtStart'
import { restoreCopy, type RestoreProblem } from '#workflows/restoreCopy'

/** The newest copy of each project that was lost from, or that is on the shelf and no longer here. */
export async function copiesForLoss({ projects }: LossFound): Promise<CopyNote[]> {
  const lost = new Set<ProjectId>(projects.map(({ id }) => id))
  const newest = await newestCopies()
  const gone = await Promise.all(newest.map(async ({ projectId }) => !(await projectOf(projectId))))
  return newest.filter(({ projectId }, index) => lost.has(projectId) || gone[index])
}

/** The newest copy of every project that has one; none where the shelf cannot be read. */
export async function newestCopies(): Promise<CopyNote[]> {
  try {
    const newest = new Map<ProjectId, CopyNote>()
    for (const note of await (await openCopyShelf()).list()) if (!newest.has(note.projectId)) newest.set(note.projectId, note)
    return [...newest.values()]
  } catch {
    return []
  }
}

/** Brings back a project that is gone, as it was in the copy; one that lost only a part comes back beside it under `name`. */
export async function bringBack(deps: Deps, note: CopyNote, { name }: { readonly name: string }): Promise<Result<ProjectId, RestoreProblem>> {
  try {
    const stands = (await projectOf(note.projectId)) !== undefined
    const restored = await restoreCopy(deps, await openCopyShelf(), note, stands ? { kind: 'copy', name } : { kind: 'replace', beforeName: name })
    return restored.ok ? success(restored.value.projectId) : restored
  } catch (error) {
    return failure(storageProblemOf(error))
  }
}

/** Hands a copy out as a file; its name, or null when the copy is no longer whole. */
export async function handOutCopy(deps: Deps, note: CopyNote): Promise<string | null> {
  const bytes = await (await openCopyShelf()).read(note)
  if (!bytes) return null
  const fileName = `${fileNameOf(note.projectName)}_${localDay(note.at)}.zhunsheng`
  await deps.saveFile(fileName, bytes, 'application/zip')
  return fileName
}
