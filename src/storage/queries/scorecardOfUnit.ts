import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { makeEmptyScorecard, unpackScorecard } from '#core/records/packScorecard'
import type { Scorecard } from '#core/records/packScorecard'
import { accept } from '#storage/accept'
import { database, scope } from '#storage/db'

/** One assessor's current judgements on a unit, notes and evidence included; without marks when nothing was scored yet. */
export async function scorecardOfUnit(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, db = database()): Promise<Scorecard> {
  const { from, to } = scope(projectId, assessorId, unitId)
  return db.transaction('r', [db.scorecards, db.remarks], async () => {
    const [record, remarks] = await Promise.all([db.scorecards.get([projectId, assessorId, unitId]), db.remarks.where(':id').between(from, to).toArray()])
    return record ? accept(unpackScorecard(record, remarks)) : makeEmptyScorecard(unitId, assessorId)
  })
}
