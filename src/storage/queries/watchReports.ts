import { liveQuery } from 'dexie'
import type { Observable } from 'dexie'
import type { ProjectId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { database, scope } from '#storage/db'

/** Reports of a project without their text, as imported. */
export function watchReports(projectId: ProjectId): Observable<readonly ReportSummary[]> {
  const db = database()
  const { from, to } = scope(projectId)
  return liveQuery(async () => (await db.reports.where(':id').between(from, to).toArray()).sort((a, b) => (a.importedAt < b.importedAt ? -1 : a.importedAt > b.importedAt ? 1 : 0)))
}
