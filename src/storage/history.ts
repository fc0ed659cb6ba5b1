import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { packAnswers } from '#core/records/columns'
import { groupByScorecard, standingRows } from '#core/records/latestEntries'
import type { ScorecardEntries } from '#core/records/latestEntries'
import { placeLedgerLines } from '#core/records/ledgerRecord'
import type { LedgerLine } from '#core/records/ledgerRecord'
import { packSegment, packStanding, unpackEntry, unpackSegment } from '#core/records/packHistory'
import type { HistoryPart } from '#core/records/packHistory'
import type { PackedScorecard } from '#core/records/packScorecard'
import { rebuildScorecard } from '#core/records/rebuildScorecard'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { accept } from '#storage/accept'
import { database, scope } from '#storage/db'
import type { Database } from '#storage/db'
import { scorecardTables } from '#storage/packedScorecards'
import { ledgerLine } from '#storage/scores'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/** Large enough that the number of records no longer counts, small enough to read one scorecard's history at once. */
export const entriesPerSegment = 2_000

/** Writes under way while packing goes on. */
const batchesAhead = 8

/**
 * Appends many entries at once: received or restored work, already checked (checkScoreEntry) at the door it came through. They are
 * packed into segments. A scorecard that is new here needs no more than its segment; one that was here before gets its record rebuilt
 * from the whole history. The ledger is kept for both. Entries that are already there (by id)
 * are passed over, so receiving twice is receiving once. Returns how many were new.
 */
export async function appendHistory(projectId: ProjectId, entries: readonly ScoreEntry[]): Promise<number> {
  const db = database()
  return writeTransaction(db, [db.units, db.assessors, ...scorecardTables(db), db.entries, db.ledger], () => appendHistoryRows(db, projectId, entries))
}

/** Inside a write transaction; the entries are checked. */
export async function appendHistoryRows(db: Database, projectId: ProjectId, entries: readonly ScoreEntry[]): Promise<number> {
  const groups = groupByScorecard(entries)
  await assertPlaces(db, projectId, groups)
  const known = await knownScorecards(db, projectId)
  const numbers = await nextNumbers(db, projectId)
  const lines = new Map<UnitId, LedgerLine[]>()
  const written: Promise<unknown>[] = []
  let added = 0
  for (const batch of batchesOf(groups)) {
    const { assessorId } = batch[0] as ScorecardEntries
    const arrived = await packBatch(db, projectId, known, batch)
    if (arrived.parts.length === 0) continue
    const number = numbers.get(assessorId) ?? 0
    numbers.set(assessorId, number + 1)
    for (const { unitId, ...line } of arrived.lines) append(lines, unitId, line)
    added += arrived.parts.reduce((sum, part) => sum + part.entries.length, 0)
    const segment = packSegment(projectId, assessorId, number, arrived.parts)
    written.push(db.segments.add(segment), putScorecards(db, projectId, assessorId, arrived.changed))
    // The browser writes these while the next batches are packed.
    await written.at(-batchesAhead)
  }
  await Promise.all(written)
  await putLedgerLines(db, projectId, lines)
  return added
}

/** What one batch comes to: its history, the ledger lines, and the scorecards that were here before and need a record now. */
interface Arrived {
  readonly parts: HistoryPart[]
  readonly lines: (LedgerLine & { readonly unitId: UnitId })[]
  readonly changed: PackedScorecard[]
}

async function packBatch(db: Database, projectId: ProjectId, known: ReadonlySet<string>, batch: readonly ScorecardEntries[]): Promise<Arrived> {
  const arrived: Arrived = { parts: [], lines: [], changed: [] }
  for (const { unitId, assessorId, entries: received } of batch) {
    const isKnown = known.has(scorecardName(assessorId, unitId))
    const before = isKnown ? await historyOfScorecard(db, projectId, unitId, assessorId) : []
    const rows = standingRows(received)
    // Where no item comes twice, no entry does.
    const fresh = !isKnown && rows.size === received.length ? received : withoutKnown(before, received)
    if (fresh.length === 0) continue
    const answers = packAnswers(fresh)
    const standing = fresh === received ? rows : standingRows(fresh)
    const card = isKnown ? rebuildScorecard(projectId, unitId, assessorId, [...before, ...fresh]) : rebuildScorecard(projectId, unitId, assessorId, fresh, answers, standing)
    arrived.parts.push({ unitId, from: before.length, entries: fresh, answers, ...(isKnown ? {} : { standing: packStanding(standing, fresh.length) }) })
    arrived.lines.push({ unitId, ...ledgerLine(card.record) })
    if (isKnown) arrived.changed.push(card)
  }
  return arrived
}

async function putScorecards(db: Database, projectId: ProjectId, assessorId: AssessorId, cards: readonly PackedScorecard[]): Promise<void> {
  for (const { record } of cards) {
    const { from, to } = scope(projectId, assessorId, record.unitId)
    await db.remarks.where(':id').between(from, to).delete()
  }
  if (cards.length > 0) await Promise.all([db.scorecards.bulkPut(cards.map(({ record }) => record)), db.remarks.bulkPut(cards.flatMap(({ remarks }) => remarks))])
}

/** Scorecards of one assessor together, up to entriesPerSegment entries in a batch; a longer scorecard is a batch of its own. */
function batchesOf(groups: readonly ScorecardEntries[]): ScorecardEntries[][] {
  const open = new Map<AssessorId, ScorecardEntries[]>()
  const full: ScorecardEntries[][] = []
  for (const group of groups) {
    const batch = open.get(group.assessorId) ?? []
    const size = batch.reduce((sum, { entries }) => sum + entries.length, 0)
    if (batch.length > 0 && size + group.entries.length > entriesPerSegment) {
      full.push(batch)
      open.set(group.assessorId, [group])
    } else open.set(group.assessorId, [...batch, group])
  }
  return [...full, ...open.values()]
}

/** All entries of a scorecard in the order they arrived. Rejects when one cannot be read. */
export async function historyOfScorecard(db: Database, projectId: ProjectId, unitId: UnitId, assessorId: AssessorId): Promise<ScoreEntry[]> {
  const { from, to } = scope(projectId, assessorId, unitId)
  const [live, segments] = await Promise.all([
    db.entries.where(':id').between(from, to).toArray(),
    db.segments.where('unitIds').equals(unitId).filter((segment) => segment.projectId === projectId && segment.assessorId === assessorId).toArray(),
  ])
  const parts: HistoryPart[] = [
    ...live.map((record) => ({ unitId, from: record.sequence, entries: [accept(unpackEntry(record))] })),
    ...segments.flatMap((record) => accept(unpackSegment(record)).filter((part) => part.unitId === unitId)),
  ]
  return parts.sort((a, b) => a.from - b.from).flatMap((part) => part.entries)
}

/** The next free number of every assessor's segments. */
export async function nextNumbers(db: Database, projectId: ProjectId): Promise<Map<AssessorId, number>> {
  const { from, to } = scope(projectId)
  const keys = await db.segments.where(':id').between(from, to).primaryKeys()
  // Keys come in order, so the last of an assessor counts.
  return new Map(keys.map(([, assessorId, number]) => [assessorId as AssessorId, number + 1]))
}

export async function putLedgerLines(db: Database, projectId: ProjectId, lines: ReadonlyMap<UnitId, readonly LedgerLine[]>): Promise<void> {
  const { from, to } = scope(projectId)
  const before = new Map((await db.ledger.where(':id').between(from, to).toArray()).map((record) => [record.unitId, record]))
  await db.ledger.bulkPut([...lines].map(([unitId, ofUnit]) => placeLedgerLines(projectId, unitId, before.get(unitId), ofUnit)))
}

async function knownScorecards(db: Database, projectId: ProjectId): Promise<ReadonlySet<string>> {
  const { from, to } = scope(projectId)
  const [keys, segments] = await Promise.all([db.scorecards.where(':id').between(from, to).primaryKeys(), db.segments.where(':id').between(from, to).toArray()])
  return new Set([
    ...keys.map(([, assessorId, unitId]) => scorecardName(assessorId, unitId)),
    ...segments.flatMap((segment) => segment.unitIds.map((unitId) => scorecardName(segment.assessorId, unitId))),
  ])
}

/** A name for sets: which scorecard of the project. */
function scorecardName(assessorId: string, unitId: string): string {
  return `${assessorId}\u001f${unitId}`
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function withoutKnown(before: readonly ScoreEntry[], received: readonly ScoreEntry[]): readonly ScoreEntry[] {
  const known = new Set(before.map((entry) => entry.id))
  const fresh = received.filter((entry) => !known.has(entry.id) && known.add(entry.id))
  return fresh.length === received.length ? received : fresh
}

async function assertPlaces(db: Database, projectId: ProjectId, groups: readonly ScorecardEntries[]): Promise<void> {
  const units = new Set(groups.map((group) => group.unitId))
  const assessors = new Set(groups.map((group) => group.assessorId))
  const { from, to } = scope(projectId)
  const [unitKeys, assessorKeys] = await Promise.all([db.units.where(':id').between(from, to).primaryKeys(), db.assessors.where(':id').between(from, to).primaryKeys()])
  for (const [, unitId] of unitKeys) units.delete(unitId as UnitId)
  for (const [, assessorId] of assessorKeys) assessors.delete(assessorId as AssessorId)
  if (units.size > 0) throw new StorageRefusal({ kind: 'not-found', what: 'unit' })
  if (assessors.size > 0) throw new StorageRefusal({ kind: 'not-found', what: 'assessor' })
}
