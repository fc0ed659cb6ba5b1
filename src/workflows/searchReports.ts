import type { ProjectId, ReportId, UnitId } from '#core/ids'
import type { FoundPhrase } from '#workers/answerSearch'
import { askAboutReports } from '#workflows/heldReports'

export interface SearchHit {
  readonly unitId: UnitId
  readonly reportId: ReportId
  /** Offsets in the cleaned text. */
  readonly start: number
  readonly end: number
  /** What stands before and after it in its line, up to 24 characters. */
  readonly before: string
  readonly quote: string
  readonly after: string
}

export interface ReportSearch {
  /** In the order of the units, then by place; at most `limit`. */
  readonly hits: readonly SearchHit[]
  /** All occurrences, and the reports they stand in. */
  readonly total: number
  readonly reports: number
}

/**
 * Every place in the standing reports of a project where an exact phrase of one or more characters stands; full and half width and the
 * case of ASCII letters do not count, blanks do. The index lives in the worker, kept fresh by the hashes of the texts; nothing of it is
 * stored. Beyond `limit` the reports that came to the worker first are shown.
 */
export async function searchReports(projectId: ProjectId, phrase: string, { limit }: { readonly limit: number }): Promise<ReportSearch> {
  if (phrase === '') return { hits: [], total: 0, reports: 0 }
  const { found, reports } = await askAboutReports<FoundPhrase>(projectId, (held) => ({ kind: 'search', projectId, reports: held, phrase, limit }))
  const placeOf = new Map(reports.map(({ reportId, unitId }, position) => [reportId, { unitId, position }]))
  const hits = found.hits
    .map((hit) => ({ ...hit, ...placeOf.get(hit.reportId)! }))
    .sort((a, b) => a.position - b.position || a.start - b.start)
    .map(({ position: _, ...hit }) => hit)
  return { hits, total: found.total, reports: found.reports }
}
