import type { ProjectId } from '#core/ids'
import { checkProjectRecord } from '#core/records/projectRecord'
import type { SettingsChange } from '#core/records/projectRecord'
import { sameSettings } from '#core/records/sameSettings'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/**
 * Puts other settings in force and appends the change to the project's history, in one transaction. When the project has other
 * settings by now than `change.from`, nothing is written ('stale').
 */
export async function appendSettingsChange(projectId: ProjectId, change: SettingsChange): Promise<'changed' | 'stale'> {
  const db = database()
  return writeTransaction(db, [db.projects], async () => {
    const project = await db.projects.get(projectId)
    if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    if (!sameSettings(project.settings, change.from)) return 'stale'
    const changed = { ...project, settings: change.to, settingsChanges: [...(project.settingsChanges ?? []), change], changedAt: change.at }
    await db.projects.put(accept(checkProjectRecord(changed)))
    return 'changed'
  })
}
