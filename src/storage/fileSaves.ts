import type { ProjectId } from '#core/ids'
import { database, lastFileSaveKey } from '#storage/db'
import type { FileSave } from '#storage/fileSave'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

export async function rememberFileSave(projectId: ProjectId, save: FileSave): Promise<void> {
  const db = database()
  return writeTransaction(db, [db.projects], async () => {
    if (!(await db.projects.get(projectId))) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    await db.meta.put({ key: lastFileSaveKey(projectId), value: save })
  })
}
