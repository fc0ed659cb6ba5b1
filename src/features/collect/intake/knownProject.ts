import type { ReportId, Sha256, UnitId } from '#core/ids'
import type { UnitIndex } from '#features/collect/intake/matchUnit'

export interface KnownReport {
  readonly id: ReportId
  readonly unitId: UnitId
  readonly bytesHash: Sha256
  readonly textHash: Sha256
  /** null = it stands. */
  readonly supersededBy: ReportId | null
}

/** A project as files are held against it; made once for thousands of them. */
export interface KnownProject {
  readonly year: number
  readonly units: UnitIndex
  /** How many there are, older versions too. */
  readonly reports: number
  /** The standing report of each unit. */
  readonly standing: ReadonlyMap<UnitId, KnownReport>
  readonly byBytes: ReadonlyMap<Sha256, KnownReport>
  readonly byText: ReadonlyMap<Sha256, KnownReport>
}

/** `reports` in the order they were imported: of two equal ones the standing one counts, else the last. */
export function knowProject(year: number, units: UnitIndex, reports: readonly KnownReport[]): KnownProject {
  const standing = new Map<UnitId, KnownReport>()
  const byBytes = new Map<Sha256, KnownReport>()
  const byText = new Map<Sha256, KnownReport>()
  for (const report of reports) {
    if (report.supersededBy === null) standing.set(report.unitId, report)
    for (const [map, hash] of [[byBytes, report.bytesHash], [byText, report.textHash]] as const) {
      if (report.supersededBy === null || map.get(hash)?.supersededBy !== null) map.set(hash, report)
    }
  }
  return { year, units, reports: reports.length, standing, byBytes, byText }
}
