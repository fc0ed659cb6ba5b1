import type { UnitId } from '#core/ids'
import type { ReportSearch, SearchHit } from '#workflows/searchReports'

/** A unit whose report holds every phrase. */
export interface UnitHits {
  readonly unitId: UnitId
  /** Its places, listed or not. */
  readonly count: number
  /** Those that are listed, in the order of its text. */
  readonly hits: readonly SearchHit[]
}

/** A unit whose report lacks phrases: which of them, from 0. */
export interface LackingUnit {
  readonly unitId: UnitId
  readonly lacks: readonly number[]
}

export interface ArrangedSearch {
  /** In the order of the units, also those of which no place is listed. */
  readonly found: readonly UnitHits[]
  readonly without: readonly LackingUnit[]
  readonly noReport: readonly UnitId[]
  /** Places in `found`, listed or not. */
  readonly placeCount: number
  /** Whether all of them are listed. */
  readonly complete: boolean
}

/** What was found, unit by unit. `units`: those that are shown, in their order; one that is not there any more is left out. */
export function arrangeFound(units: readonly UnitId[], withReport: ReadonlySet<UnitId>, search: ReportSearch): ArrangedSearch {
  const countsOf = new Map(search.units.map(({ unitId, counts }) => [unitId, counts]))
  const hitsOf = new Map<UnitId, SearchHit[]>()
  for (const hit of search.hits) {
    const list = hitsOf.get(hit.unitId)
    if (list) list.push(hit)
    else hitsOf.set(hit.unitId, [hit])
  }
  const found: UnitHits[] = []
  const without: LackingUnit[] = []
  for (const unitId of units) {
    const counts = countsOf.get(unitId)
    if (!counts) continue
    const lacks = counts.flatMap((count, phrase) => (count === 0 ? [phrase] : []))
    if (lacks.length > 0) without.push({ unitId, lacks })
    else found.push({ unitId, count: counts.reduce((sum, count) => sum + count, 0), hits: hitsOf.get(unitId) ?? [] })
  }
  return { found, without, noReport: units.filter((unitId) => !withReport.has(unitId)), placeCount: search.total, complete: search.hits.length === search.total }
}
