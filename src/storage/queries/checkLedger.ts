import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import type { ScoreDamage } from '#core/records/checkInvariants'
import { findLedgerDamage } from '#core/records/findLedgerDamage'
import { database, scope } from '#storage/db'

export interface LedgerCheck {
  readonly damage: readonly ScoreDamage[]
  /** Judgements that the ledger counts. */
  readonly entries: number
}

/** The quick check of a project, one assessor after the other, so that the screen breathes and 150,000 judgements take a part of a second. */
export async function checkLedger(projectId: ProjectId, onProgress: (done: number, all: number) => void = () => {}): Promise<LedgerCheck> {
  const assessorIds = await assessorsWithWork(projectId)
  const damage: ScoreDamage[] = []
  let entries = 0
  for (const [index, assessorId] of assessorIds.entries()) {
    const of = await checkAssessor(projectId, assessorId)
    damage.push(...of.damage)
    entries += of.entries
    onProgress(index + 1, assessorIds.length)
  }
  return { damage, entries }
}

/** One read transaction an assessor: what another tab writes in between is whole before or after it. */
async function checkAssessor(projectId: ProjectId, assessorId: AssessorId): Promise<LedgerCheck> {
  const db = database()
  const { from, to } = scope(projectId, assessorId)
  const all = scope(projectId)
  const tables = await db.transaction('r', [db.scorecards, db.segments, db.entries, db.ledger], async () => {
    const [scorecards, segments, keys, ledger] = await Promise.all([
      db.scorecards.where(':id').between(from, to).toArray(),
      db.segments.where(':id').between(from, to).toArray(),
      db.entries.where(':id').between(from, to).primaryKeys(),
      db.ledger.where(':id').between(all.from, all.to).toArray(),
    ])
    return { scorecards, segments, ledger, entryPlaces: keys.map(([, , unitId, , sequence]) => ({ unitId: unitId as UnitId, sequence })) }
  })
  const entries = tables.ledger.reduce((sum, { lines }) => sum + lines.reduce((of, line) => of + (line.assessorId === assessorId ? line.entryCount : 0), 0), 0)
  return { damage: findLedgerDamage(assessorId, tables), entries }
}

/** Also those whom only the ledger knows any more. */
async function assessorsWithWork(projectId: ProjectId): Promise<AssessorId[]> {
  const db = database()
  const { from, to } = scope(projectId)
  const [assessors, ledger, segments, cards] = await Promise.all([
    db.assessors.where(':id').between(from, to).primaryKeys(),
    db.ledger.where(':id').between(from, to).toArray(),
    db.segments.where(':id').between(from, to).primaryKeys(),
    db.scorecards.where(':id').between(from, to).primaryKeys(),
  ])
  return [...new Set([...assessors.map(([, id]) => id), ...ledger.flatMap(({ lines }) => lines.map((line) => line.assessorId as string)), ...segments.map(([, id]) => id), ...cards.map(([, id]) => id)])] as AssessorId[]
}
