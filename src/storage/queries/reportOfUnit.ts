import type { ProjectId, UnitId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { currentReport } from '#core/records/currentReport'
import { database } from '#storage/db'
import { joinReport } from '#storage/splitReport'

/** The report of a unit with its text: the version that no other took the place of; of several, the last imported. Undefined when the unit has none. */
export async function reportOfUnit(projectId: ProjectId, unitId: UnitId): Promise<ReportRecord | undefined> {
  const db = database()
  return db.transaction('r', [db.reports, db.texts], async () => {
    const current = currentReport(await db.reports.where('[projectId+unitId]').equals([projectId, unitId]).toArray())
    const text = current && (await db.texts.get([projectId, current.id]))
    return current && text && joinReport(current, text)
  })
}
