import type { AssessorId, ItemId, ProjectId, UnitId } from '#core/ids'
import { joinColumn, packAnswers, stateDigit } from '#core/records/columns'
import { standingRows } from '#core/records/latestEntries'
import { hasGrounds, packGrounds } from '#core/records/packGrounds'
import type { PackedScorecard } from '#core/records/packScorecard'
import type { RemarkRecord } from '#core/records/scorecardRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/**
 * The scorecard that the entries of one assessor on one unit come to, in any order, with its remarks: what packScorecard gives for
 * the standing marks. The entries are the truth; a stored scorecard that differs from this is damaged. `entries` holds the whole
 * history, each entry once; `answers` and `standing` are what packAnswers and standingRows give for them, where that is
 * known already.
 */
export function rebuildScorecard(
  projectId: ProjectId,
  unitId: UnitId,
  assessorId: AssessorId,
  entries: readonly ScoreEntry[],
  answers: readonly string[] = packAnswers(entries),
  standing: ReadonlyMap<ItemId, number> = standingRows(entries),
): PackedScorecard {
  const itemIds = [...standing.keys()].sort()
  const standingAnswers: string[] = []
  const entryIds: string[] = []
  const remarks: RemarkRecord[] = []
  let states = ''
  for (const itemId of itemIds) {
    const row = standing.get(itemId) as number
    const entry = entries[row] as ScoreEntry
    states += stateDigit(entry.state)
    standingAnswers.push(answers[row] as string)
    entryIds.push(entry.id)
    if (hasGrounds(entry)) remarks.push({ projectId, unitId, assessorId, itemId, entryId: entry.id, ...packGrounds(entry) })
  }
  const record = { projectId, unitId, assessorId, items: joinColumn(itemIds), states, answers: joinColumn(standingAnswers), entryIds: joinColumn(entryIds), entryCount: entries.length }
  return { record, remarks }
}
