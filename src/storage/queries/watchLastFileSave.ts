import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { ProjectId } from '#core/ids'
import { database, lastFileSaveKey } from '#storage/db'
import type { FileSave } from '#storage/fileSave'

/** The last save to a file, again after every save; null = never on this machine. */
export function watchLastFileSave(projectId: ProjectId): Observable<FileSave | null> {
  const db = database()
  return liveQuery(async () => ((await db.meta.get(lastFileSaveKey(projectId)))?.value as FileSave | undefined) ?? null)
}
