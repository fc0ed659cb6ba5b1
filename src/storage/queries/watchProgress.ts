import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { StateCounts } from '#core/aggregation/scoreTree'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { countStates } from '#core/records/countStates'
import { database } from '#storage/db'
import { packedScorecardsOf, scorecardTables } from '#storage/packedScorecards'

/**
 * How far one assessor is with every unit: items by state, read from the packed states alone. `unscored` counts items whose
 * judgement was taken back; items never touched are not in it, and a unit never touched is not in the map: the rubric knows how
 * many items there are.
 */
export function watchProgress(projectId: ProjectId, assessorId: AssessorId): Observable<ReadonlyMap<UnitId, StateCounts>> {
  const db = database()
  return liveQuery(async () => {
    const stored = await db.transaction('r', scorecardTables(db), () => packedScorecardsOf(db, projectId, assessorId))
    return new Map(stored.map(({ record }) => [record.unitId, countStates(record.states)]))
  })
}
