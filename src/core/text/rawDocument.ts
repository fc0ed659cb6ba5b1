import type { ReportFormat, TextEncodingName } from '#core/records/reportRecord'

/** What a reader made of a dropped file before anything is cleaned or recognised: plain text and what the format itself says. */
export interface RawDocument {
  readonly format: ReportFormat
  /** null where the format settles it (docx, pdf) or there were no bytes to decode (pasted). */
  readonly encoding: TextEncodingName | null
  /** Line breaks as LF. */
  readonly text: string
  /** Where each page begins: offsets in `text` (UTF-16 units), the first 0; none = the format has no pages. */
  readonly pages: readonly number[]
  /** Title as the format states it (page title, document property); null = none. */
  readonly title: string | null
  /** Where a saved page was saved from; null = unknown. */
  readonly address: string | null
  /** Publication date as the page's own metadata states it, verbatim; null = none. */
  readonly published: string | null
}
