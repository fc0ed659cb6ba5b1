import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { ProjectId } from '#core/ids'
import type { UnitRecord } from '#core/records/unitRecord'
import { database } from '#storage/db'
import { unitsOfProject } from '#storage/queries/unitsOfProject'

/** Units of a project in their order, archived and removed ones too. */
export function watchUnits(projectId: ProjectId): Observable<readonly UnitRecord[]> {
  const db = database()
  return liveQuery(() => unitsOfProject(projectId, db))
}
