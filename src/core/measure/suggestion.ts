import type { Place } from '#core/facts/fact'
import type { Sha256 } from '#core/ids'
import type { MeasureName } from '#core/rubric/measureName'
import type { Answer } from '#core/scoring/answer'

/**
 * What the program counted for an item, as an answer that a person may accept. It never scores by itself: nothing is recorded before it is
 * accepted, and the record says so (METHOD §9, §6A.29).
 */
export interface Suggestion {
  readonly measure: MeasureName
  /** 'notApplicable' only where the method says so (G4 without any text to compare with); the answer is null then. */
  readonly state: 'scored' | 'notApplicable'
  readonly answer: Answer | null
  /** The program cannot count everything the answer holds (A5: numbering, but no misspelt words): the person completes it. */
  readonly isPartial: boolean
  readonly working: MeasureWorking
  /** Where in the report it was counted, in reading order. */
  readonly places: readonly Place[]
  /** The text it was counted in. */
  readonly textHash: Sha256
}

/**
 * The working as a key and its values, for words in either language. Numbers come written out; shares and densities are rounded half up to
 * two decimals here, while the answer holds four.
 */
export type MeasureWorking =
  | { readonly key: 'length'; readonly values: { readonly length: string } }
  | { readonly key: 'problemShare' | 'planShare'; readonly values: { readonly part: string; readonly whole: string; readonly share: string } }
  | { readonly key: 'problemCount' | 'studySessions' | 'meetings'; readonly values: { readonly counts: string; readonly sum: string } }
  | { readonly key: 'numberDensity' | 'fillerDensity'; readonly values: { readonly count: string; readonly length: string; readonly density: string } }
  | { readonly key: 'sameness'; readonly values: { readonly same: string; readonly runs: string; readonly share: string; readonly compared: string; readonly with: string } }
  | { readonly key: 'samenessNone'; readonly values: Readonly<Record<string, never>> }
  | { readonly key: 'serialFaults'; readonly values: { readonly count: string; readonly missing: string; readonly repeated: string; readonly outOfOrder: string } }
  | { readonly key: 'numberConflicts'; readonly values: { readonly checked: string; readonly agrees: string; readonly sums: string; readonly rates: string; readonly repeats: string; readonly unsure: string } }
  | { readonly key: 'publicationDay' | 'signingDay'; readonly values: { readonly day: string } }

/** What a measure found, before it is fitted to the rule of an item. */
export interface Measured {
  readonly found:
    | { readonly kind: 'amount'; readonly numerator: bigint; readonly denominator: bigint }
    | { readonly kind: 'count'; readonly count: number }
    /** Counts of what the measure looks for; a rule with one cause takes their sum, others those it knows. */
    | { readonly kind: 'causes'; readonly counts: CauseCounts }
    | { readonly kind: 'day'; readonly day: string }
    | { readonly kind: 'notApplicable' }
  readonly working: MeasureWorking
  readonly places: readonly Place[]
}

export type CauseName = 'sum' | 'rate' | 'conflict' | 'numbering'
export type CauseCounts = Readonly<Partial<Record<CauseName, number>>>
