import type { AssessorId, EntryId, ItemId, ProjectId, UnitId } from '#core/ids'
import { standingEntryId } from '#core/records/placeEntry'
import { database } from '#storage/db'

/** The entry that stands for an item of a scorecard; null = none yet. */
export async function standingEntry(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, itemId: ItemId): Promise<EntryId | null> {
  return standingEntryId(await database().scorecards.get([projectId, assessorId, unitId]), itemId)
}
