import type { ReportRecord, ReportSummary, ReportText } from '#core/records/reportRecord'

/** A report as two rows: what lists need, and its text. */
export function splitReport(report: ReportRecord): { readonly summary: ReportSummary; readonly text: ReportText } {
  const { text, edits, residue, pages, ...summary } = report
  return { summary, text: { projectId: report.projectId, id: report.id, text, edits, residue, pages } }
}

export function joinReport(summary: ReportSummary, { text, edits, residue, pages }: ReportText): ReportRecord {
  return { ...summary, text, edits, residue, pages }
}
