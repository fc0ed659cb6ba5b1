import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { makeEmptyScorecard, unpackScorecard } from '#core/records/packScorecard'
import type { Scorecard } from '#core/records/packScorecard'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import { packedScorecardOf, scorecardTables } from '#storage/packedScorecards'

/** One assessor's current judgements on a unit, notes and evidence included; without marks when nothing was scored yet. */
export async function scorecardOfUnit(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, db = database()): Promise<Scorecard> {
  const stored = await db.transaction('r', scorecardTables(db), () => packedScorecardOf(db, projectId, unitId, assessorId))
  return stored ? accept(unpackScorecard(stored.record, stored.remarks)) : makeEmptyScorecard(unitId, assessorId)
}
