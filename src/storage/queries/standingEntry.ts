import type { AssessorId, EntryId, ItemId, ProjectId, UnitId } from '#core/ids'
import { standingEntryId } from '#core/records/placeEntry'
import { database } from '#storage/db'
import { packedScorecardOf } from '#storage/packedScorecards'

/** The entry that stands for an item of a scorecard; null = none yet. */
export async function standingEntry(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, itemId: ItemId): Promise<EntryId | null> {
  const stored = await packedScorecardOf(database(), projectId, unitId, assessorId)
  return standingEntryId(stored?.record, itemId)
}
