import type { CalendarDay } from '#core/calendarDay'
import type { Sha256 } from '#core/ids'
import type { Residue, TextEncodingName } from '#core/records/reportRecord'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'

/** What was read from a dropped file, for a person to confirm. Nothing in it is decided yet. */
export interface ReportProposal {
  readonly fileName: string
  readonly sizeBytes: number
  readonly encoding: TextEncodingName
  readonly bytesHash: Sha256
  readonly textHash: Sha256
  readonly text: string
  readonly residue: readonly Residue[]
  readonly title: Proposed<string>
  readonly unitName: Proposed<string>
  readonly unitKind: Proposed<UnitKind>
  readonly unitLevel: Proposed<UnitLevel>
  readonly year: Proposed<number>
  readonly signedOn: Proposed<CalendarDay>
  readonly publishedOn: Proposed<CalendarDay>
}

/** A proposal with the place it was found (UTF-16 offsets in `text`), or the word that it is missing. */
export interface Proposed<T> {
  readonly value: T | null
  readonly place: { readonly start: number; readonly end: number } | null
  /** 'doubtful' is asked of the person before it counts; 'missing' has value null. */
  readonly confidence: 'certain' | 'doubtful' | 'missing'
  /** Where it comes from, a key that the desk turns into words. */
  readonly source: 'title' | 'signature' | 'opening' | 'heading' | 'publication-line' | 'file-name' | 'body' | 'derived' | 'none'
}

/** A heading of the report's outline (一、 / (一) / 1. / 一是) and the stretch it governs, offsets in the cleaned text. */
export interface OutlineNode {
  readonly depth: 1 | 2 | 3 | 4
  readonly marker: string
  /** Heading text without marker, cut at the first sentence end. */
  readonly title: string
  readonly start: number
  readonly headingEnd: number
  readonly end: number
  readonly children: readonly OutlineNode[]
}
