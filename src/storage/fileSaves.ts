import type { Instant, ProjectId } from '#core/ids'
import { database, lastFileSaveKey } from '#storage/db'
import type { ProjectStamp } from '#storage/queries/projectStamp'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/** When and under which name a project was last handed out as a file. */
export interface FileSave {
  readonly at: Instant
  readonly fileName: string
  /** What was saved (projectStamp); absent in saves of older programs. */
  readonly saved?: ProjectStamp
}

export async function rememberFileSave(projectId: ProjectId, save: FileSave): Promise<void> {
  const db = database()
  return writeTransaction(db, [db.projects], async () => {
    if (!(await db.projects.get(projectId))) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    await db.meta.put({ key: lastFileSaveKey(projectId), value: save })
  })
}
