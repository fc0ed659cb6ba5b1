import type { ProjectId, UnitId } from '#core/ids'
import { checkUnitRecord } from '#core/records/unitRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { plainName } from '#core/text/plainName'
import { accept } from '#storage/accept'
import { database, scope } from '#storage/db'
import type { Database } from '#storage/db'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/**
 * Adds units of one project, all or none. Names must be new among the units that are not removed. Positions are given here, after
 * the last one that stands, in the order of the list: two tabs cannot hand out the same.
 */
export async function addUnits(projectId: ProjectId, units: readonly UnitRecord[]): Promise<UnitId[]> {
  const db = database()
  return writeTransaction(db, [db.projects, db.units], async () => {
    if (!(await db.projects.get(projectId))) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
    const standing = await unitsOf(db, projectId)
    const first = standing.reduce((last, unit) => Math.max(last, unit.position + 1), 0)
    const added = units.map((unit, index) => accept(checkUnitRecord({ ...unit, projectId, position: first + index })))
    assertNamesDiffer([...standing, ...added])
    await db.units.bulkAdd(added)
    return added.map((unit) => unit.id)
  })
}

export type UnitChanges = Partial<Pick<UnitRecord, 'name' | 'kind' | 'level' | 'group' | 'code' | 'position' | 'archivedAt' | 'removedAt'>>

/** Changes what is named. A removed unit keeps its scores and can be restored, provided its name is still free. */
export async function changeUnit(projectId: ProjectId, unitId: UnitId, changes: UnitChanges): Promise<UnitId> {
  const db = database()
  return writeTransaction(db, [db.units], async () => {
    const standing = await unitsOf(db, projectId)
    const unit = standing.find((candidate) => candidate.id === unitId)
    if (!unit) throw new StorageRefusal({ kind: 'not-found', what: 'unit' })
    const changed = accept(checkUnitRecord({ ...unit, ...changes }))
    assertNamesDiffer([...standing.filter((candidate) => candidate.id !== unitId), changed])
    await db.units.put(changed)
    return unitId
  })
}

function unitsOf(db: Database, projectId: ProjectId): Promise<UnitRecord[]> {
  const { from, to } = scope(projectId)
  return db.units.where(':id').between(from, to).toArray()
}

/** Names that a reader cannot tell apart are one name, however they were typed. */
function assertNamesDiffer(units: readonly UnitRecord[]): void {
  const owners = new Map<string, UnitId>()
  for (const unit of units) {
    if (unit.removedAt !== null) continue
    const name = plainName(unit.name)
    const owner = owners.get(name)
    if (owner !== undefined) throw new StorageRefusal({ kind: 'name-taken', name: unit.name, unitId: owner })
    owners.set(name, unit.id)
  }
}
