import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { makeAnswerReader } from '#core/records/columns'
import { unpackScorecard } from '#core/records/packScorecard'
import type { Scorecard } from '#core/records/packScorecard'
import type { RemarkRecord } from '#core/records/scorecardRecord'
import { accept } from '#storage/accept'
import { database, scope } from '#storage/db'

/**
 * One assessor's scorecards of all units, in two bulk reads. Units without a mark have none here.
 * Rejects when a stored scorecard cannot be read: a ranking must not leave one out in silence.
 */
export async function scorecardsOfProject(projectId: ProjectId, assessorId: AssessorId): Promise<Scorecard[]> {
  const db = database()
  const { from, to } = scope(projectId, assessorId)
  const [records, remarks] = await db.transaction('r', [db.scorecards, db.remarks], () =>
    Promise.all([db.scorecards.where(':id').between(from, to).toArray(), db.remarks.where(':id').between(from, to).toArray()]),
  )
  const remarksOfUnit = new Map<UnitId, RemarkRecord[]>()
  for (const remark of remarks) {
    const list = remarksOfUnit.get(remark.unitId)
    if (list) list.push(remark)
    else remarksOfUnit.set(remark.unitId, [remark])
  }
  const readAnswer = makeAnswerReader()
  return records.map((record) => accept(unpackScorecard(record, remarksOfUnit.get(record.unitId) ?? [], readAnswer)))
}
