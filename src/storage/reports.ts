import type { ProjectId, ReportId } from '#core/ids'
import { checkReportRecord } from '#core/records/reportRecord'
import type { ReportRecord, ReportSummary } from '#core/records/reportRecord'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import type { ReportTextRow } from '#storage/db'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/** A report with its text and the bytes it was read from, in one transaction. The same bytes for the same unit are refused. */
export async function addReport(report: ReportRecord, original: Uint8Array): Promise<ReportId> {
  const db = database()
  const { summary, text } = splitReport(accept(checkReportRecord(report)))
  return writeTransaction(db, [db.units, db.reports, db.texts, db.originals], async () => {
    if (!(await db.units.get([report.projectId, report.unitId]))) throw new StorageRefusal({ kind: 'not-found', what: 'unit' })
    const ofUnit = await db.reports.where('[projectId+unitId]').equals([report.projectId, report.unitId]).toArray()
    const same = ofUnit.find((other) => other.bytesHash === report.bytesHash)
    if (same) throw new StorageRefusal({ kind: 'report-already-there', reportId: same.id })
    await db.reports.add(summary)
    await db.texts.add(text)
    // A view into a larger buffer would be stored with all of it.
    await db.originals.add({ projectId: report.projectId, id: report.id, bytes: original.slice() })
    return report.id
  })
}

export type ReportChanges = Partial<Pick<ReportRecord, 'title' | 'year' | 'signedOn' | 'publishedOn' | 'sourceAddress'>>

/** Corrects what is known about a report; its text and bytes never change. */
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

/** Takes a report out for good, with its text and bytes. Passages quoted from it stay in the entries as they were. */
export async function removeReport(projectId: ProjectId, reportId: ReportId): Promise<void> {
  const db = database()
  return writeTransaction(db, [db.reports, db.texts, db.originals], async () => {
    for (const table of [db.reports, db.texts, db.originals]) await table.delete([projectId, reportId])
  })
}

export function splitReport(report: ReportRecord): { readonly summary: ReportSummary; readonly text: ReportTextRow } {
  const { text, edits, residue, pages, ...summary } = report
  return { summary, text: { projectId: report.projectId, id: report.id, text, edits, residue, pages } }
}

export function joinReport(summary: ReportSummary, { text, edits, residue, pages }: ReportTextRow): ReportRecord {
  return { ...summary, text, edits, residue, pages }
}
