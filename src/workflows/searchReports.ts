import type { ProjectId, UnitId } from '#core/ids'
import type { FoundPhrases, FoundPlace } from '#workers/searchRequest'
import { askAboutReports } from '#workflows/heldReports'

/** A place where one of the phrases stands; offsets in the cleaned text. */
export interface SearchHit extends FoundPlace {
  readonly unitId: UnitId
}

export interface ReportSearch {
  /** Every unit with a standing report, in their order: how often each of the phrases stands in it. Exact, however few places are listed. */
  readonly units: readonly { readonly unitId: UnitId; readonly counts: readonly number[] }[]
  /** Places in the reports that hold every phrase: unit by unit, then by place; at most `limit`. */
  readonly hits: readonly SearchHit[]
  /** All such places, listed or not. */
  readonly total: number
}

/**
 * Which standing reports of a project hold every one of some exact phrases, and where; full and half width and the case of ASCII letters
 * do not count, blanks do. The index lives in the worker, kept fresh by the hashes of the texts; nothing of it is stored.
 */
export async function searchReports(projectId: ProjectId, phrases: readonly string[], { limit }: { readonly limit: number }): Promise<ReportSearch> {
  const { found, reports } = await askAboutReports<FoundPhrases>(projectId, (held) => ({ kind: 'search', projectId, reports: held, phrases, limit }))
  const unitOf = new Map(reports.map(({ reportId, unitId }) => [reportId, unitId]))
  return {
    units: reports.map(({ unitId }, at) => ({ unitId, counts: found.counts.map((counts) => counts[at]!) })),
    hits: found.hits.map((hit) => ({ ...hit, unitId: unitOf.get(hit.reportId)! })),
    total: found.total,
  }
}
