import type { ProjectId } from '#core/ids'
import type { UnitRecord } from '#core/records/unitRecord'
import { database, scope } from '#storage/db'

/** Units of a project in their order, archived and removed ones too. */
export async function unitsOfProject(projectId: ProjectId, db = database()): Promise<readonly UnitRecord[]> {
  const { from, to } = scope(projectId)
  return (await db.units.where(':id').between(from, to).toArray()).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
}
