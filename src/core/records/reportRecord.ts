import type { CalendarDay } from '#core/calendarDay'
import type { AssessorId, Instant, ProjectId, ReportId, Sha256, UnitId } from '#core/ids'
import { addingFields } from '#core/records/migration'
import { aDay, aHash, aName, aText, aWholeNumber, anArray, anId, anInstant, anObject, checkedAs, oneOf, orNull } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'

export const reportVersions = { Initial: 1, AddFormatAndEdits: 2 } as const

/** Each brings a record to the version it is named by; a shipped one is never edited. Before version 2 only text files were read. */
export const reportMigrations = {
  [reportVersions.AddFormatAndEdits]: addingFields('report', { format: 'text', edits: [], pages: [], sourceAddress: null, supersededBy: null }),
} as const

/**
 * A report (年度报告) as scored: its cleaned text, what was taken out of the raw text, and what is known about it.
 * The original bytes lie beside it in their own table and are never changed. Fields that are null are unknown, not empty.
 */
export interface ReportRecord {
  readonly projectId: ProjectId
  readonly id: ReportId
  readonly unitId: UnitId
  readonly fileName: string
  readonly sizeBytes: number
  readonly format: ReportFormat
  /** null where the format settles it or nothing had to be decoded. */
  readonly encoding: TextEncodingName | null
  /** SHA-256 of the original bytes; the same file twice is recognised by it. */
  readonly bytesHash: Sha256
  /** SHA-256 of `text`; pins what was scored. */
  readonly textHash: Sha256
  /** The cleaned text after all `edits`. */
  readonly text: string
  /** People's changes to the cleaned text, the oldest first; undoing them in turn gives the text that cleaning made (textEdits). */
  readonly edits: readonly TextEdit[]
  /** What cleaning took out of the decoded text, in its order, so that it can be shown and put back. Offsets are in the text before all edits. */
  readonly residue: readonly Residue[]
  /** Where each page begins, the first 0, in the text before all edits (pagesOfText gives them in `text`); none = the format has no pages. */
  readonly pages: readonly number[]
  readonly title: string | null
  readonly year: number | null
  /** 成文日期 / 落款日期 */
  readonly signedOn: CalendarDay | null
  /** 发布日期; usually not in the text, null = 待核. */
  readonly publishedOn: CalendarDay | null
  /** Where the document was published; null = unknown. */
  readonly sourceAddress: string | null
  readonly importedAt: Instant
  /** The newer version of the unit's report that took its place; null = it stands. */
  readonly supersededBy: ReportId | null
}

/** A change by a person: at `start` (UTF-16 units of the text as it was then) `removed` was taken out and `inserted` put in. */
export interface TextEdit {
  readonly at: Instant
  /** Who was signed in; null = nobody. */
  readonly assessorId: AssessorId | null
  readonly start: number
  readonly removed: string
  readonly inserted: string
}

/** How the report came: by a file of this format, or as text from the clipboard. */
export type ReportFormat = 'text' | 'markdown' | 'html' | 'mht' | 'docx' | 'pdf' | 'pasted'

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** A piece of web residue (网页残留). `at` is the offset in the cleaned text (UTF-16 units) where it stood. */
export interface Residue {
  readonly at: number
  readonly text: string
  readonly kind: ResidueKind
}

export type ResidueKind = 'font-size-bar' | 'empty-publication-line' | 'scan-code-line' | 'print-close-line' | 'navigation-line' | 'editor-line' | 'counter-line' | 'blank-lines' | 'edge-space' | 'page-header' | 'page-number' | 'broken-line' | 'inner-blank-lines'

/** The text of a report and what belongs to its offsets. */
export type ReportText = Pick<ReportRecord, 'projectId' | 'id' | 'text' | 'edits' | 'residue' | 'pages'>

/** What lists need of a report: everything but the text and what belongs to its offsets, which lie in a table of their own. */
export type ReportSummary = Omit<ReportRecord, 'text' | 'edits' | 'residue' | 'pages'>

export function checkReportRecord(value: unknown): Result<ReportRecord, RecordProblem> {
  return checkedAs<ReportRecord>('report', reportShape, value)
}

const residueKinds: readonly ResidueKind[] = [
  'font-size-bar', 'empty-publication-line', 'scan-code-line', 'print-close-line', 'navigation-line', 'editor-line', 'counter-line', 'blank-lines', 'edge-space', 'page-header', 'page-number', 'broken-line', 'inner-blank-lines',
]
const count = aWholeNumber(0, Number.MAX_SAFE_INTEGER)

const reportShape = anObject<ReportRecord>({
  projectId: anId,
  id: anId,
  unitId: anId,
  fileName: aName,
  sizeBytes: count,
  format: oneOf('text', 'markdown', 'html', 'mht', 'docx', 'pdf', 'pasted'),
  encoding: orNull(oneOf('utf-8', 'utf-16le', 'utf-16be', 'gb18030')),
  bytesHash: aHash,
  textHash: aHash,
  text: aText,
  edits: anArray(anObject<TextEdit>({ at: anInstant, assessorId: orNull(anId), start: count, removed: aText, inserted: aText })),
  pages: anArray(count),
  residue: anArray(anObject<Residue>({ at: count, text: aText, kind: oneOf(...residueKinds) })),
  title: orNull(aText),
  year: orNull(aWholeNumber(1, 9999)),
  signedOn: orNull(aDay),
  publishedOn: orNull(aDay),
  sourceAddress: orNull(aText),
  importedAt: anInstant,
  supersededBy: orNull(anId),
})
