import type { ReportId, Sha256 } from '#core/ids'

/**
 * A passage of a report that carries a mark (依据). Offsets count UTF-16 units of the *cleaned* text whose hash is `textHash`;
 * prefix and suffix (up to 32 units) find the quote again should the text change.
 */
export interface Anchor {
  readonly reportId: ReportId
  readonly textHash: Sha256
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}
