import type { ReportId, UnitId } from '#core/ids'
import type { SearchHit } from '#workflows/searchReports'

/** A place of the first phrase at `start` in the report of a unit. */
export function aHit(unit: string, start: number, words: Partial<SearchHit> = {}): SearchHit {
  const quote = words.quote ?? '复议'
  return { unitId: unit as UnitId, reportId: `r${unit}` as ReportId, phrase: 0, start, end: start + quote.length, before: '', quote, after: '', ...words }
}
