import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import { standingByItem } from '#core/records/latestEntries'
import { packScorecard } from '#core/records/packScorecard'
import type { Mark, PackedScorecard } from '#core/records/packScorecard'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/**
 * The scorecard that the entries of one assessor on one unit come to, in any order, with its remarks. The entries are the truth;
 * a stored scorecard that differs from this is damaged. `entries` holds the whole history, each entry once.
 */
export function rebuildScorecard(projectId: ProjectId, unitId: UnitId, assessorId: AssessorId, entries: readonly ScoreEntry[]): PackedScorecard {
  const marks = new Map<ItemId, Mark>()
  for (const [itemId, entry] of standingByItem(entries)) marks.set(itemId, markOf(entry))
  return packScorecard(projectId, { unitId, assessorId, marks }, entries.length)
}

export function markOf(entry: ScoreEntry): Mark {
  return { state: entry.state, answer: entry.answer, note: entry.note, evidence: entry.evidence, entryId: entry.id }
}
