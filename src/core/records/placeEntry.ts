import type { EntryId, ItemId, ProjectId } from '#core/ids'
import { separator, splitColumn, stateDigit } from '#core/records/columns'
import { packAnswer } from '#core/records/packAnswer'
import type { ScorecardRecord } from '#core/records/scorecardRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/** The entry that stands for an item in a packed scorecard; null = none yet. Throws when the columns do not fit each other. */
export function standingEntryId(record: ScorecardRecord | undefined, itemId: ItemId): EntryId | null {
  if (record === undefined) return null
  const columns = columnsOf(record)
  const index = columns.items.indexOf(itemId)
  return index < 0 ? null : (columns.entryIds[index] as EntryId)
}

/**
 * The scorecard after one more entry, without unpacking the others. The result equals rebuildScorecard of all entries, provided the
 * entry replaces the one that stands.
 */
export function placeEntry(record: ScorecardRecord | undefined, projectId: ProjectId, entry: ScoreEntry): ScorecardRecord {
  const { items, answers, entryIds } = record ? columnsOf(record) : { items: [], answers: [], entryIds: [] }
  const states = [...(record?.states ?? '')]
  const found = items.indexOf(entry.itemId)
  const after = items.findIndex((itemId) => itemId > entry.itemId)
  const index = found >= 0 ? found : after >= 0 ? after : items.length
  const replaced = found >= 0 ? 1 : 0
  items.splice(index, replaced, entry.itemId)
  states.splice(index, replaced, stateDigit(entry.state))
  answers.splice(index, replaced, entry.answer === null ? '' : packAnswer(entry.answer))
  entryIds.splice(index, replaced, entry.id)
  return {
    projectId,
    unitId: entry.unitId,
    assessorId: entry.assessorId,
    items: items.join(separator),
    states: states.join(''),
    answers: answers.join(separator),
    entryIds: entryIds.join(separator),
    entryCount: (record?.entryCount ?? 0) + 1,
  }
}

function columnsOf(record: ScorecardRecord): { readonly items: string[]; readonly answers: string[]; readonly entryIds: string[] } {
  const [items, answers, entryIds] = [record.items, record.answers, record.entryIds].map((column) => splitColumn(column, record.states.length))
  if (!items || !answers || !entryIds) throw new Error('damaged scorecard: columns of different length')
  return { items: [...items], answers: [...answers], entryIds: [...entryIds] }
}
