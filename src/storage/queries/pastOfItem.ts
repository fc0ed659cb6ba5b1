import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import { rubricAt } from '#core/records/rubricAt'
import type { Rubric, RubricItem } from '#core/rubric/rubric'
import { isPlacedItem, placeNodes } from '#core/rubric/version/placeNodes'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { earlierRubricsOfProject } from '#storage/queries/earlierRubricsOfProject'
import { entriesOfItem } from '#storage/queries/entriesOfItem'
import { rubricOfProject } from '#storage/queries/rubricOfProject'

/** An entry with the item as it was when the entry was made; null when the rubric of that time did not have it. */
export interface PastEntry extends ScoreEntry {
  readonly itemThen: RubricItem | null
}

/** The history of an item, oldest first, each entry with the version it was made under: what it brought then is computed by that one. */
export async function pastOfItem(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, itemId: ItemId): Promise<PastEntry[]> {
  const [entries, { rubric }, earlier] = await Promise.all([
    entriesOfItem(projectId, unitId, assessorId, itemId),
    rubricOfProject(projectId),
    earlierRubricsOfProject(projectId),
  ])
  return entries.map((entry) => ({ ...entry, itemThen: itemOf(rubricAt(rubric, earlier, entry.at), itemId) }))
}

function itemOf(rubric: Rubric, itemId: ItemId): RubricItem | null {
  return placeNodes(rubric).filter(isPlacedItem).find(({ node }) => node.id === itemId)?.node ?? null
}
