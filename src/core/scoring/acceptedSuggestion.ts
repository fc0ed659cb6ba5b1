import type { Sha256 } from '#core/ids'
import type { MeasureName } from '#core/rubric/measureName'

/** An answer that the program counted and a person accepted: what was counted, in which text, and the working as it was shown. */
export interface AcceptedSuggestion {
  readonly measure: MeasureName
  /** SHA-256 of the cleaned text that was counted in. */
  readonly textHash: Sha256
  readonly working: string
}
