import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { StateCounts } from '#core/aggregation/scoreTree'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { countStates } from '#core/records/countStates'
import { database, scope } from '#storage/db'

/**
 * How far one assessor is with every unit: items by state, read from the packed states alone. `unscored` counts items whose
 * judgement was taken back; items never touched are not in it, and a unit never touched is not in the map: the rubric knows how
 * many items there are.
 */
export function watchProgress(projectId: ProjectId, assessorId: AssessorId): Observable<ReadonlyMap<UnitId, StateCounts>> {
  const db = database()
  const { from, to } = scope(projectId, assessorId)
  return liveQuery(async () => {
    const records = await db.scorecards.where(':id').between(from, to).toArray()
    return new Map(records.map((record) => [record.unitId, countStates(record.states)]))
  })
}
