import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { database } from '#storage/db'
import { historyOfScorecard } from '#storage/history'

/** Every entry ever made on an item of a scorecard, received ones included, in the order they arrived: oldest first. */
export async function entriesOfItem(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, itemId: ItemId): Promise<ScoreEntry[]> {
  const history = await historyOfScorecard(database(), projectId, unitId, assessorId)
  return history.filter((entry) => entry.itemId === itemId)
}
