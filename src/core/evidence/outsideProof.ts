import type { CalendarDay } from '#core/calendarDay'
import type { Sha256 } from '#core/ids'

/** What carries a mark besides the report (外部佐证): where it was seen, when, and a screenshot or PDF of it. */
export interface OutsideProof {
  /** As copied, usually of a web page; '' = it is a file without one. */
  readonly address: string
  /** null = not said. */
  readonly seenOn: CalendarDay | null
  readonly note: string
  readonly file: ProofFile | null
}

/** A kept file. Its bytes lie in a table of their own under their hash, once however many entries name them. */
export interface ProofFile {
  readonly hash: Sha256
  readonly name: string
  readonly sizeBytes: number
  readonly mediaType: string
}

/** Pictures and PDF only: a page or a document that can hold scripts is never kept as a proof. */
export const proofMediaTypes: readonly string[] = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/bmp', 'application/pdf']

/** Of one kept file; a screenshot or a scanned notice is far below it. */
export const proofLimitBytes = 20 * 2 ** 20
