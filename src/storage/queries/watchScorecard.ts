import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import type { Scorecard } from '#core/records/packScorecard'
import { database } from '#storage/db'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'

/** One assessor's current judgements on a unit, again after every committed change. */
export function watchScorecard(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId): Observable<Scorecard> {
  const db = database()
  return liveQuery(() => scorecardOfUnit(projectId, unitId, assessorId, db))
}
