import type { ProjectId, UnitId } from '#core/ids'
import { checkScoreEntry } from '#core/records/checkScoreEntry'
import type { HistorySegmentRecord } from '#core/records/historyRecord'
import { groupByScorecard } from '#core/records/latestEntries'
import type { ScorecardEntries } from '#core/records/latestEntries'
import { placeLedgerLines } from '#core/records/ledgerRecord'
import type { LedgerLine } from '#core/records/ledgerRecord'
import { packSegment, unpackEntry, unpackSegment } from '#core/records/packHistory'
import type { PackedScorecard } from '#core/records/packScorecard'
import { rebuildScorecard } from '#core/records/rebuildScorecard'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { accept } from '#storage/accept'
import { database, scope } from '#storage/db'
import type { Database } from '#storage/db'
import { ledgerLine } from '#storage/scores'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/**
 * Appends many entries at once: received or restored work. One packed segment for each scorecard; scorecards, remarks and ledger
 * are rebuilt from the whole history. Entries that are already there (by id) are passed over, so receiving twice is receiving once.
 * Returns how many were new.
 */
export async function appendHistory(projectId: ProjectId, entries: readonly ScoreEntry[]): Promise<number> {
  const db = database()
  for (const entry of entries) accept(checkScoreEntry(entry))
  return writeTransaction(db, [db.units, db.assessors, db.scorecards, db.remarks, db.entries, db.segments, db.ledger], () => appendHistoryRows(db, projectId, entries))
}

/** Inside a write transaction; the entries are checked. */
export async function appendHistoryRows(db: Database, projectId: ProjectId, entries: readonly ScoreEntry[]): Promise<number> {
  const groups = groupByScorecard(entries)
  await assertPlaces(db, projectId, groups)
  const standing = await db.scorecards.bulkGet(groups.map((group) => [projectId, group.assessorId, group.unitId]))
  const segments: HistorySegmentRecord[] = []
  const cards: PackedScorecard[] = []
  const lines = new Map<UnitId, LedgerLine[]>()
  let added = 0
  for (const [index, { unitId, assessorId, entries: received }] of groups.entries()) {
    const before = standing[index] ? await historyOfScorecard(db, projectId, unitId, assessorId) : []
    const fresh = withoutKnown(before, received)
    if (fresh.length === 0) continue
    added += fresh.length
    segments.push(packSegment(projectId, unitId, assessorId, before.length, fresh))
    const card = rebuildScorecard(projectId, unitId, assessorId, before.length === 0 ? fresh : [...before, ...fresh])
    cards.push(card)
    const ofUnit = lines.get(unitId)
    if (ofUnit) ofUnit.push(ledgerLine(card.record))
    else lines.set(unitId, [ledgerLine(card.record)])
    if (standing[index]) {
      const { from, to } = scope(projectId, assessorId, unitId)
      await db.remarks.where(':id').between(from, to).delete()
    }
  }
  const unitIds = [...lines.keys()]
  const ledger = await db.ledger.bulkGet(unitIds.map((unitId) => [projectId, unitId]))
  await Promise.all([
    db.segments.bulkAdd(segments),
    db.scorecards.bulkPut(cards.map((card) => card.record)),
    db.remarks.bulkPut(cards.flatMap((card) => card.remarks)),
    db.ledger.bulkPut(unitIds.map((unitId, index) => placeLedgerLines(projectId, unitId, ledger[index], lines.get(unitId) ?? []))),
  ])
  return added
}

/** All entries of a scorecard in the order they arrived. Rejects when one cannot be read. */
export async function historyOfScorecard(db: Database, projectId: ProjectId, unitId: UnitId, assessorId: ScoreEntry['assessorId']): Promise<ScoreEntry[]> {
  const { from, to } = scope(projectId, assessorId, unitId)
  const [live, segments] = await Promise.all([
    db.entries.where(':id').between(from, to).toArray(),
    db.segments.where(':id').between(from, to).toArray(),
  ])
  const parts = [
    ...live.map((record) => ({ sequence: record.sequence, entries: [accept(unpackEntry(record))] })),
    ...segments.map((record) => ({ sequence: record.from, entries: accept(unpackSegment(record)) })),
  ]
  return parts.sort((a, b) => a.sequence - b.sequence).flatMap((part) => part.entries)
}

function withoutKnown(before: readonly ScoreEntry[], received: readonly ScoreEntry[]): readonly ScoreEntry[] {
  const known = new Set(before.map((entry) => entry.id))
  const fresh = received.filter((entry) => !known.has(entry.id) && known.add(entry.id))
  return fresh.length === received.length ? received : fresh
}

async function assertPlaces(db: Database, projectId: ProjectId, groups: readonly ScorecardEntries[]): Promise<void> {
  const units = new Set(groups.map((group) => group.unitId))
  const assessors = new Set(groups.map((group) => group.assessorId))
  const [foundUnits, foundAssessors] = await Promise.all([
    db.units.bulkGet([...units].map((unitId) => [projectId, unitId])),
    db.assessors.bulkGet([...assessors].map((assessorId) => [projectId, assessorId])),
  ])
  if (foundUnits.includes(undefined)) throw new StorageRefusal({ kind: 'not-found', what: 'unit' })
  if (foundAssessors.includes(undefined)) throw new StorageRefusal({ kind: 'not-found', what: 'assessor' })
}
