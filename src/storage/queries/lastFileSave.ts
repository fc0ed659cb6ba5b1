import type { ProjectId } from '#core/ids'
import { database, lastFileSaveKey } from '#storage/db'
import type { FileSave } from '#storage/fileSave'

/** When and under which name the project was last saved to a file; null = never on this machine. */
export async function lastFileSave(projectId: ProjectId): Promise<FileSave | null> {
  const row = await database().meta.get(lastFileSaveKey(projectId))
  return (row?.value as FileSave | undefined) ?? null
}
