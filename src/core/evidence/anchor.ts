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
  /**
   * Hash of the text for which a person said that the quote stands although the text does not hold it, or not beyond doubt (保留原引文).
   * Absent: nobody said so. A text that changes once more asks anew.
   */
  readonly keptFor?: Sha256
}
