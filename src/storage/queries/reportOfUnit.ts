import type { ProjectId, UnitId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { database } from '#storage/db'

/** The report of a unit with its text; of several, the last imported. Undefined when the unit has none. */
export async function reportOfUnit(projectId: ProjectId, unitId: UnitId): Promise<ReportRecord | undefined> {
  const db = database()
  return db.transaction('r', [db.reports, db.texts], async () => {
    const reports = await db.reports.where('[projectId+unitId]').equals([projectId, unitId]).toArray()
    const last = reports.reduce<(typeof reports)[number] | undefined>((latest, report) => (latest && latest.importedAt >= report.importedAt ? latest : report), undefined)
    const text = last && (await db.texts.get([projectId, last.id]))
    return last && text ? { ...last, text: text.text, residue: text.residue } : undefined
  })
}
