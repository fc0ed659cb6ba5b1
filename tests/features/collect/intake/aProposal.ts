import type { CalendarDay } from '#core/calendarDay'
import type { Sha256 } from '#core/ids'
import type { Proposed, ReportProposal } from '#core/text/reportProposal'

export function certain<T>(value: T): Proposed<T> {
  return { value, place: { start: 0, end: 2 }, confidence: 'certain', source: 'title' }
}

export function doubtful<T>(value: T): Proposed<T> {
  return { value, place: null, confidence: 'doubtful', source: 'body' }
}

export const missing: Proposed<never> = { value: null, place: null, confidence: 'missing', source: 'none' }

/** A file in which everything but the publication date was found for certain. */
export function aProposal(change: Partial<ReportProposal> = {}): ReportProposal {
  return {
    fileName: 'a.txt',
    sizeBytes: 9000,
    format: 'text',
    encoding: 'utf-8',
    bytesHash: 'b'.repeat(64) as Sha256,
    textHash: 'e'.repeat(64) as Sha256,
    text: '青川市2024年度法治政府建设情况报告',
    residue: [],
    pages: [],
    title: certain('青川市2024年度法治政府建设情况报告'),
    unitName: certain('青川市人民政府'),
    unitKind: certain('government'),
    unitLevel: certain('city'),
    unitCode: missing,
    unitPlaces: [],
    year: certain(2024),
    signedOn: certain('2025-01-20' as CalendarDay),
    publishedOn: missing,
    sourceAddress: missing,
    documentKind: certain('annual-report'),
    ...change,
  }
}
