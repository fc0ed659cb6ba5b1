import type { AssessorId, EntryId, ProjectId, UnitId } from '#core/ids'
import { checkScoreEntry } from '#core/records/checkScoreEntry'
import type { LedgerLine } from '#core/records/ledgerRecord'
import { packSegment } from '#core/records/packHistory'
import { hasGrounds, packGrounds } from '#core/records/packGrounds'
import { placeEntry, standingEntryId } from '#core/records/placeEntry'
import { groupByScorecard, type ScorecardEntries } from '#core/records/latestEntries'
import type { RemarkRecord, ScorecardRecord } from '#core/records/scorecardRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { accept } from '#storage/accept'
import type { Database } from '#storage/db'
import { entriesPerSegment, nextNumbers, putLedgerLines } from '#storage/history'
import type { StoredScorecard } from '#storage/packedScorecards'
import { ledgerLine } from '#storage/scores'
import { StorageRefusal } from '#storage/storageProblem'

/**
 * Appends many entries to scorecards that are here, each of which replaces the one that stands (commitEntry for one, this for
 * thousands): one record a scorecard and few segments, and no history is read. Inside a write transaction over scorecardTables and
 * the ledger. `stored` are the scorecards as they lie there; an entry on another one, or one that replaces another entry than the one
 * that stands, refuses the whole.
 */
export async function appendReplacements(db: Database, projectId: ProjectId, stored: readonly StoredScorecard[], entries: readonly ScoreEntry[]): Promise<void> {
  if (entries.length === 0) return
  const cards = new Map(stored.map((card) => [nameOf(card.record), card]))
  const lines = new Map<UnitId, LedgerLine[]>()
  const changed = groupByScorecard(entries.map((entry) => accept(checkScoreEntry(entry)))).map((group) => {
    const card = cards.get(nameOf(group))
    if (!card) throw new StorageRefusal({ kind: 'stale-entry', standing: null })
    const after = placeEntries(projectId, card.record, group.entries)
    lines.set(group.unitId, [...(lines.get(group.unitId) ?? []), ledgerLine(after)])
    return { card, after, group }
  })
  const remarks = changed.flatMap(({ card, group }) => [...(card.own ? [] : card.remarks), ...remarksOf(projectId, group)])
  const silent = entries.filter((entry) => !hasGrounds(entry))
  await db.scorecards.bulkPut(changed.map(({ after }) => after))
  await db.remarks.bulkPut(remarks)
  await db.remarks.bulkDelete(silent.map((entry): [string, string, string, string] => [projectId, entry.assessorId, entry.unitId, entry.itemId]))
  await addSegments(db, projectId, changed.map(({ card, group }) => ({ group, from: card.record.entryCount })))
  await putLedgerLines(db, projectId, lines)
}

interface Stretch {
  readonly group: ScorecardEntries
  /** Number of its first entry in the history of the scorecard. */
  readonly from: number
}

async function addSegments(db: Database, projectId: ProjectId, stretches: readonly Stretch[]): Promise<void> {
  const numbers = await nextNumbers(db, projectId)
  const assessorIds = [...new Set(stretches.map(({ group }) => group.assessorId))]
  const segments = assessorIds.flatMap((assessorId) =>
    batchesOf(stretches.filter(({ group }) => group.assessorId === assessorId)).map((batch, index) =>
      packSegment(projectId, assessorId, (numbers.get(assessorId) ?? 0) + index, batch.map(({ group, from }) => ({ unitId: group.unitId, from, entries: group.entries }))),
    ),
  )
  await db.segments.bulkAdd(segments)
}

function batchesOf(stretches: readonly Stretch[]): Stretch[][] {
  const batches: Stretch[][] = []
  let size = Infinity
  for (const stretch of stretches) {
    const count = stretch.group.entries.length
    if (size + count > entriesPerSegment) {
      batches.push([])
      size = 0
    }
    batches.at(-1)?.push(stretch)
    size += count
  }
  return batches
}

function placeEntries(projectId: ProjectId, record: ScorecardRecord, entries: readonly ScoreEntry[]): ScorecardRecord {
  return entries.reduce((before, entry) => {
    const standing: EntryId | null = standingEntryId(before, entry.itemId)
    if (standing !== entry.replaces) throw new StorageRefusal({ kind: 'stale-entry', standing })
    return placeEntry(before, projectId, entry)
  }, record)
}

function remarksOf(projectId: ProjectId, { unitId, assessorId, entries }: ScorecardEntries): RemarkRecord[] {
  return entries.filter(hasGrounds).map((entry) => ({ projectId, unitId, assessorId, itemId: entry.itemId, entryId: entry.id, ...packGrounds(entry) }))
}

function nameOf({ assessorId, unitId }: { readonly assessorId: AssessorId; readonly unitId: UnitId }): string {
  return `${assessorId}\u001f${unitId}`
}
