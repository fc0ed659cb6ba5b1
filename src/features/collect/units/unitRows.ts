import type { UnitId } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { currentReport } from '#core/records/currentReport'

/** What is still unknown or strange about a report that is in. */
export type ReportGap = 'title-missing' | 'year-missing' | 'year-differs' | 'signed-missing' | 'published-missing'

export interface UnitRow {
  readonly unit: UnitRecord
  /** The one that counts: superseded by none; of several the last imported. */
  readonly report: ReportSummary | null
  /** Older versions that are kept beside it. */
  readonly olderVersions: number
  readonly gaps: readonly ReportGap[]
}

export type UnitFilter = 'all' | 'no-report' | 'with-gaps' | 'archived'

export interface UnitCounts {
  readonly units: number
  readonly reports: number
  readonly withGaps: number
  readonly archived: number
}

/** The project's units in their order, each with its report; removed ones are left out. `reports` come as they were imported. */
export function makeUnitRows(units: readonly UnitRecord[], reports: readonly ReportSummary[], projectYear: number): UnitRow[] {
  const byUnit = new Map<UnitId, ReportSummary[]>()
  for (const report of reports) byUnit.set(report.unitId, [...(byUnit.get(report.unitId) ?? []), report])
  return units
    .filter((unit) => unit.removedAt === null)
    .sort((a, b) => a.position - b.position)
    .map((unit) => {
      const versions = byUnit.get(unit.id) ?? []
      const report = currentReport(versions) ?? null
      return { unit, report, olderVersions: Math.max(0, versions.length - 1), gaps: report ? gapsOf(report, projectYear) : [] }
    })
}

export function gapsOf(report: ReportSummary, projectYear: number): ReportGap[] {
  const gaps: ReportGap[] = []
  if (report.title === null) gaps.push('title-missing')
  if (report.year === null) gaps.push('year-missing')
  else if (report.year !== projectYear) gaps.push('year-differs')
  if (report.signedOn === null) gaps.push('signed-missing')
  if (report.publishedOn === null) gaps.push('published-missing')
  return gaps
}

export function filterUnitRows(rows: readonly UnitRow[], filter: UnitFilter, search: string): UnitRow[] {
  const wanted = search.trim().toLowerCase()
  return rows.filter((row) => {
    if ((row.unit.archivedAt !== null) !== (filter === 'archived')) return false
    if (filter === 'no-report' && row.report !== null) return false
    if (filter === 'with-gaps' && row.gaps.length === 0) return false
    return wanted === '' || [row.unit.name, row.unit.group, row.unit.code ?? '', row.report?.title ?? '', row.report?.fileName ?? ''].some((text) => text.toLowerCase().includes(wanted))
  })
}

/** Archived units count only as archived. */
export function countUnits(rows: readonly UnitRow[]): UnitCounts {
  const present = rows.filter((row) => row.unit.archivedAt === null)
  return {
    units: present.length,
    reports: present.filter((row) => row.report !== null).length,
    withGaps: present.filter((row) => row.gaps.length > 0).length,
    archived: rows.length - present.length,
  }
}
