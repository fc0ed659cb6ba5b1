import type { ProjectId } from '#core/ids'
import { database, fileLinkKey } from '#storage/db'
import type { FileLink } from '#storage/fileLinks'

/** The file a project is kept in; null where none was chosen. */
export async function fileLinkOf(projectId: ProjectId): Promise<FileLink | null> {
  return ((await database().meta.get(fileLinkKey(projectId)))?.value as FileLink | undefined) ?? null
}
