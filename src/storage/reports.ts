import type { ProjectId, ReportId } from '#core/ids'
import { checkReportRecord } from '#core/records/reportRecord'
import type { ReportRecord } from '#core/records/reportRecord'
import { checkUnitRecord } from '#core/records/unitRecord'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import { joinReport, splitReport } from '#storage/splitReport'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

export interface NewReport {
  readonly report: ReportRecord
  readonly original: Uint8Array
  /** The version whose place it takes; it must be the unit's and not superseded yet, else 'not-found'. */
  readonly replaces?: ReportId | null
  /** Given to the unit in the same transaction; left out: the unit keeps what it has. */
  readonly unitCode?: string | null
}

/** A report with its text and the bytes it was read from, in one transaction. The same bytes for the same unit are refused. */
export async function addReport({ report, original, replaces = null, unitCode = null }: NewReport): Promise<ReportId> {
  const db = database()
  const { summary, text } = splitReport(accept(checkReportRecord(report)))
  return writeTransaction(db, [db.units, db.reports, db.texts, db.originals], async () => {
    const unit = await db.units.get([report.projectId, report.unitId])
    if (!unit) throw new StorageRefusal({ kind: 'not-found', what: 'unit' })
    const ofUnit = await db.reports.where('[projectId+unitId]').equals([report.projectId, report.unitId]).toArray()
    const same = ofUnit.find((other) => other.bytesHash === report.bytesHash)
    if (same) throw new StorageRefusal({ kind: 'report-already-there', reportId: same.id })
    if (replaces !== null) {
      const before = ofUnit.find((other) => other.id === replaces && other.supersededBy === null)
      if (!before) throw new StorageRefusal({ kind: 'not-found', what: 'report' })
      await db.reports.put({ ...before, supersededBy: report.id })
    }
    if (unitCode !== null) await db.units.put(accept(checkUnitRecord({ ...unit, code: unitCode })))
    await db.reports.add(summary)
    await db.texts.add(text)
    // A view into a larger buffer would be stored with all of it.
    await db.originals.add({ projectId: report.projectId, id: report.id, bytes: original.slice() })
    return report.id
  })
}

export type ReportChanges = Partial<Pick<ReportRecord, 'title' | 'year' | 'signedOn' | 'publishedOn' | 'sourceAddress'>>

/** Corrects what is known about a report; its text and bytes stay. */
export async function changeReport(projectId: ProjectId, reportId: ReportId, changes: ReportChanges): Promise<ReportId> {
  const db = database()
  return writeTransaction(db, [db.reports, db.texts], async () => {
    const [summary, text] = await Promise.all([db.reports.get([projectId, reportId]), db.texts.get([projectId, reportId])])
    if (!summary || !text) throw new StorageRefusal({ kind: 'not-found', what: 'report' })
    const changed = accept(checkReportRecord({ ...joinReport(summary, text), ...changes }))
    await db.reports.put(splitReport(changed).summary)
    return reportId
  })
}

/**
 * Takes a report out for good, with its text and bytes. Passages quoted from it stay in the entries as they were. The version whose
 * place it had taken stands again, or gives way to the one that took its own.
 */
export async function removeReport(projectId: ProjectId, reportId: ReportId): Promise<void> {
  const db = database()
  return writeTransaction(db, [db.reports, db.texts, db.originals], async () => {
    const removed = await db.reports.get([projectId, reportId])
    if (removed) {
      const ofUnit = await db.reports.where('[projectId+unitId]').equals([projectId, removed.unitId]).toArray()
      await db.reports.bulkPut(ofUnit.filter((other) => other.supersededBy === reportId).map((other) => ({ ...other, supersededBy: removed.supersededBy })))
    }
    for (const table of [db.reports, db.texts, db.originals]) await table.delete([projectId, reportId])
  })
}
