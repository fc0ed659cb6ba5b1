import { sha256OfText } from '#core/digest/sha256OfText'
import type { ReportId } from '#core/ids'
import type { ReportRecord, ReportSummary } from '#core/records/reportRecord'
import { textBeforeEdits } from '#core/records/textEdits'

/** What does not hold of a report: the hash of its text, its edits, its pages, or which version took its place. */
export interface ReportMisfit {
  readonly kind: 'report-misfit'
  readonly reportId: ReportId
  readonly what: 'text' | 'edits' | 'pages' | 'version'
}

/** The first thing within each report that does not hold; empty = all hold. Reads every text once. */
export function findTextMisfits(reports: readonly Pick<ReportRecord, 'id' | 'textHash' | 'text' | 'edits' | 'pages'>[]): ReportMisfit[] {
  return reports.flatMap((report) => {
    const what = textMisfitOf(report)
    return what === null ? [] : [{ kind: 'report-misfit', reportId: report.id, what }]
  })
}

/** Reports whose place was taken by one that is not there, is another unit's, or in a circle. */
export function findVersionMisfits(reports: readonly Pick<ReportSummary, 'id' | 'unitId' | 'supersededBy'>[]): ReportMisfit[] {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const fits = (report: (typeof reports)[number]): boolean => {
    const seen = new Set<ReportId>()
    for (let at = report; at.supersededBy !== null; ) {
      if (seen.has(at.id)) return false
      seen.add(at.id)
      const next = byId.get(at.supersededBy)
      if (!next || next.unitId !== report.unitId) return false
      at = next
    }
    return true
  }
  return reports.filter((report) => !fits(report)).map(({ id }) => ({ kind: 'report-misfit', reportId: id, what: 'version' }))
}

function textMisfitOf({ textHash, text, edits, pages }: Pick<ReportRecord, 'textHash' | 'text' | 'edits' | 'pages'>): ReportMisfit['what'] | null {
  if (sha256OfText(text) !== textHash) return 'text'
  const before = textBeforeEdits({ text, edits })
  if (before === null) return 'edits'
  const rising = pages.every((page, index) => page <= before.length && (index === 0 ? page === 0 : page >= (pages[index - 1] as number)))
  return rising ? null : 'pages'
}
