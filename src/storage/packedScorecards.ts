import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { cardsOfSegment } from '#core/records/packHistory'
import type { PackedScorecard } from '#core/records/packScorecard'
import type { RemarkRecord } from '#core/records/scorecardRecord'
import { accept } from '#storage/accept'
import { scope } from '#storage/db'
import type { Database } from '#storage/db'

/**
 * A scorecard as stored. One that arrived whole has no record of its own: it is read from the segment it began with. Whoever changes
 * it first (`own` false) gives it a record, and its remarks too.
 */
export interface StoredScorecard extends PackedScorecard {
  readonly own: boolean
}

/** The tables in which scorecards lie. */
export function scorecardTables(db: Database): [Database['scorecards'], Database['remarks'], Database['segments']] {
  return [db.scorecards, db.remarks, db.segments]
}

/** Undefined when the unit was never scored by this assessor. */
export async function packedScorecardOf(db: Database, projectId: ProjectId, unitId: UnitId, assessorId: AssessorId): Promise<StoredScorecard | undefined> {
  const record = await db.scorecards.get([projectId, assessorId, unitId])
  if (record) {
    const { from, to } = scope(projectId, assessorId, unitId)
    return { record, remarks: await db.remarks.where(':id').between(from, to).toArray(), own: true }
  }
  const segments = await db.segments.where('unitIds').equals(unitId).toArray()
  const arrived = segments.filter((segment) => segment.projectId === projectId && segment.assessorId === assessorId).flatMap((segment) => accept(cardsOfSegment(segment, (id) => id === unitId)))
  return arrived[0] && { ...arrived[0], own: false }
}

/** All scorecards of one assessor in a project, in three bulk reads; no order is promised. */
export async function packedScorecardsOf(db: Database, projectId: ProjectId, assessorId: AssessorId): Promise<StoredScorecard[]> {
  const { from, to } = scope(projectId, assessorId)
  const [records, segments, remarks] = await Promise.all([
    db.scorecards.where(':id').between(from, to).toArray(),
    db.segments.where(':id').between(from, to).toArray(),
    db.remarks.where(':id').between(from, to).toArray(),
  ])
  const own = new Set(records.map((record) => record.unitId))
  const remarksOf = groupRemarks(remarks)
  return [
    ...records.map((record) => ({ record, remarks: remarksOf.get(record.unitId) ?? [], own: true })),
    ...segments.flatMap((segment) => accept(cardsOfSegment(segment, (unitId) => !own.has(unitId))).map((card) => ({ ...card, own: false }))),
  ]
}

function groupRemarks(remarks: readonly RemarkRecord[]): Map<UnitId, RemarkRecord[]> {
  const groups = new Map<UnitId, RemarkRecord[]>()
  for (const remark of remarks) {
    const group = groups.get(remark.unitId)
    if (group) group.push(remark)
    else groups.set(remark.unitId, [remark])
  }
  return groups
}
