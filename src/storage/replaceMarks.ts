import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import { unpackScorecard } from '#core/records/packScorecard'
import type { Mark } from '#core/records/packScorecard'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { accept } from '#storage/accept'
import { appendReplacements } from '#storage/appendReplacements'
import { database } from '#storage/db'
import { packedScorecardOf, scorecardTables } from '#storage/packedScorecards'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

export interface ItemsOfUnit {
  readonly unitId: UnitId
  readonly assessorIds: readonly AssessorId[]
  readonly itemIds: readonly ItemId[]
}

/** A judgement that stands, and whose. */
export interface StandingMark {
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  readonly itemId: ItemId
  readonly mark: Mark
}

/**
 * Appends what `makeEntry` makes of each judgement that stands on these items (null: nothing), in one transaction with reading them:
 * nobody's newer judgement is replaced unseen. `makeEntry` must not wait for anything.
 */
export async function replaceMarks(projectId: ProjectId, { unitId, assessorIds, itemIds }: ItemsOfUnit, makeEntry: (standing: StandingMark) => ScoreEntry | null): Promise<ScoreEntry[]> {
  const db = database()
  return writeTransaction(db, [db.units, ...scorecardTables(db), db.ledger], async () => {
    if (!(await db.units.get([projectId, unitId]))) throw new StorageRefusal({ kind: 'not-found', what: 'unit' })
    const stored = (await Promise.all([...new Set(assessorIds)].map((assessorId) => packedScorecardOf(db, projectId, unitId, assessorId)))).filter((card) => card !== undefined)
    const entries = stored.flatMap(({ record, remarks }) => {
      const { assessorId, marks } = accept(unpackScorecard(record, remarks))
      return [...new Set(itemIds)].flatMap((itemId) => {
        const mark = marks.get(itemId)
        return (mark && makeEntry({ unitId, assessorId, itemId, mark })) ?? []
      })
    })
    await appendReplacements(db, projectId, stored, entries)
    return entries
  })
}
