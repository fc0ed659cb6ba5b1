import type { ItemId } from '#core/ids'
import type { PartName } from '#core/text/headingThemes'
import type { Span } from '#features/score/report/findMatches'

/** A statutory part of the report, in words for the map and for the list. */
export interface ReportPart extends Span {
  readonly part: PartName
  /** One character, at the margin. */
  readonly short: string
  readonly words: string
}

/** A passage that carries the mark of another item. */
export interface OtherEvidence extends Span {
  readonly itemId: ItemId
  readonly name: string
  readonly quote: string
}
