import type { AssessorId, ProjectId } from '#core/ids'
import { makeAnswerReader } from '#core/records/columns'
import { unpackScorecard } from '#core/records/packScorecard'
import type { Scorecard } from '#core/records/packScorecard'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import { packedScorecardsOf, scorecardTables } from '#storage/packedScorecards'

/**
 * One assessor's scorecards of all units, in a few bulk reads. Units without a mark have none here.
 * Rejects when a stored scorecard cannot be read: a ranking must not leave one out in silence.
 */
export async function scorecardsOfProject(projectId: ProjectId, assessorId: AssessorId): Promise<Scorecard[]> {
  const db = database()
  const stored = await db.transaction('r', scorecardTables(db), () => packedScorecardsOf(db, projectId, assessorId))
  const readAnswer = makeAnswerReader()
  return stored.map(({ record, remarks }) => accept(unpackScorecard(record, remarks, readAnswer)))
}
