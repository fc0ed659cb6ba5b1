import type { ReportSummary } from '#core/records/reportRecord'

/** Of a unit's reports the one that stands: superseded by none; of several (a unit can have been given two files), the last imported. */
export function currentReport<R extends Pick<ReportSummary, 'importedAt' | 'supersededBy'>>(versions: readonly R[]): R | undefined {
  return versions.filter((report) => report.supersededBy === null).reduce<R | undefined>((latest, report) => (latest && latest.importedAt >= report.importedAt ? latest : report), undefined)
}
