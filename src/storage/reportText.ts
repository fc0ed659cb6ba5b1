import { sha256OfText } from '#core/digest/sha256OfText'
import type { ProjectId, ReportId, Sha256 } from '#core/ids'
import type { ReportRecord, TextEdit } from '#core/records/reportRecord'
import { checkReportRecord } from '#core/records/reportRecord'
import { makeTextEdit } from '#core/records/textEdits'
import type { TextEditProblem } from '#core/records/textEdits'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'
import { accept } from '#storage/accept'
import { database } from '#storage/db'
import type { Database } from '#storage/db'
import { joinReport, splitReport } from '#storage/splitReport'
import { StorageRefusal } from '#storage/storageProblem'
import { writeTransaction } from '#storage/writeTransaction'

/** Changes the text of a report and keeps the change with it. `basedOn`: hash of the text it was made in; another one refuses it. */
export async function appendTextEdit(projectId: ProjectId, reportId: ReportId, edit: TextEdit, basedOn?: Sha256): Promise<Result<ReportRecord, TextEditProblem>> {
  const db = database()
  return writeTransaction(db, [db.reports, db.texts], async () => {
    const report = await storedReport(db, projectId, reportId)
    if (basedOn !== undefined && basedOn !== report.textHash) return failure({ kind: 'text-changed' })
    const text = makeTextEdit(report.text, edit)
    if (!text.ok) return text
    return success(await putReport(db, { ...report, text: text.value, textHash: sha256OfText(text.value), edits: [...report.edits, edit] }))
  })
}

/** Takes the last change back; null when there is none. */
export async function removeTextEdit(projectId: ProjectId, reportId: ReportId): Promise<ReportRecord | null> {
  const db = database()
  return writeTransaction(db, [db.reports, db.texts], async () => {
    const report = await storedReport(db, projectId, reportId)
    const last = report.edits.at(-1)
    if (!last) return null
    const text = report.text.slice(0, last.start) + last.removed + report.text.slice(last.start + last.inserted.length)
    return putReport(db, { ...report, text, textHash: sha256OfText(text), edits: report.edits.slice(0, -1) })
  })
}

async function storedReport(db: Database, projectId: ProjectId, reportId: ReportId): Promise<ReportRecord> {
  const [summary, text] = await Promise.all([db.reports.get([projectId, reportId]), db.texts.get([projectId, reportId])])
  if (!summary || !text) throw new StorageRefusal({ kind: 'not-found', what: 'report' })
  return joinReport(summary, text)
}

async function putReport(db: Database, report: ReportRecord): Promise<ReportRecord> {
  const { summary, text } = splitReport(accept(checkReportRecord(report)))
  await Promise.all([db.reports.put(summary), db.texts.put(text)])
  return report
}
