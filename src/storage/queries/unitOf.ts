import type { ProjectId, UnitId } from '#core/ids'
import type { UnitRecord } from '#core/records/unitRecord'
import { database } from '#storage/db'

/** A unit by its id, archived and removed ones too; undefined when there is none. */
export function unitOf(projectId: ProjectId, unitId: UnitId): Promise<UnitRecord | undefined> {
  return database().units.get([projectId, unitId])
}
