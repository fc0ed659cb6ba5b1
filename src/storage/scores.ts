import type { EntryId, ProjectId } from '#core/ids'
import { checkScoreEntry } from '#core/records/checkScoreEntry'
import { digestScorecard } from '#core/records/digestScorecard'
import { placeLedgerLines } from '#core/records/ledgerRecord'
import type { LedgerLine } from '#core/records/ledgerRecord'
import { packEntry } from '#core/records/packHistory'
import { hasGrounds, packGrounds } from '#core/records/packGrounds'
import { placeEntry, standingEntryId } from '#core/records/placeEntry'
import type { ScorecardRecord } from '#core/records/scorecardRecord'
import type { ScoreEntry } from '#core/scoring/scoreEntry'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import { packedScorecardOf, scorecardTables } from '#storage/packedScorecards'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/**
 * Appends one judgement: entry, scorecard, remark and ledger in one transaction. It must replace the entry that stands now, else
 * 'stale-entry' (another tab was faster) and nothing is written. The same entry once more (a retry after an unclear end) is no
 * problem. The files it names as proofs must be kept already (addAttachment). Resolves after the commit, and only then is it saved.
 */
export async function commitEntry(projectId: ProjectId, entry: ScoreEntry): Promise<EntryId> {
  const db = database()
  const { unitId, assessorId, itemId, proofs } = accept(checkScoreEntry(entry))
  const hashes = proofs.flatMap(({ file }) => (file ? [file.hash] : []))
  const more = hashes.length > 0 ? [db.attachments] : []
  return writeTransaction(db, [db.units, db.assessors, ...scorecardTables(db), db.entries, db.ledger, ...more], async () => {
    const [unit, assessor, stored, ledger] = await Promise.all([
      db.units.get([projectId, unitId]),
      db.assessors.get([projectId, assessorId]),
      packedScorecardOf(db, projectId, unitId, assessorId),
      db.ledger.get([projectId, unitId]),
    ])
    if (!unit) throw new StorageRefusal({ kind: 'not-found', what: 'unit' })
    if (!assessor) throw new StorageRefusal({ kind: 'not-found', what: 'assessor' })
    for (const hash of hashes) if (!(await db.attachments.get([projectId, hash]))) throw new StorageRefusal({ kind: 'not-found', what: 'attachment' })
    const standing = standingEntryId(stored?.record, itemId)
    if (standing === entry.id) return entry.id
    if (standing !== entry.replaces) throw new StorageRefusal({ kind: 'stale-entry', standing })
    const after = placeEntry(stored?.record, projectId, entry)
    if (stored && !stored.own) await db.remarks.bulkPut(stored.remarks)
    await Promise.all([
      db.entries.add(packEntry(projectId, entry, after.entryCount - 1)),
      db.scorecards.put(after),
      hasGrounds(entry)
        ? db.remarks.put({ projectId, unitId, assessorId, itemId, entryId: entry.id, ...packGrounds(entry) })
        : db.remarks.delete([projectId, assessorId, unitId, itemId]),
      db.ledger.put(placeLedgerLines(projectId, unitId, ledger, [ledgerLine(after)])),
    ])
    return entry.id
  })
}

export function ledgerLine(record: ScorecardRecord): LedgerLine {
  return { assessorId: record.assessorId, entryCount: record.entryCount, digest: digestScorecard(record) }
}

