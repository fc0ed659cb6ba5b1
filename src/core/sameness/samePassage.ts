import type { Place } from '#core/facts/fact'

/** A passage that stands in two texts, perhaps edited. Offsets in the cleaned texts. */
export interface SameStretch {
  readonly a: Place
  readonly b: Place
  /** Characters that stand in both, in their order; white space is not counted. */
  readonly same: number
}

/** Two texts, by their index in what was compared (a < b), and what they share. */
export interface SamePair {
  readonly a: number
  readonly b: number
  /** Share of each text that lies in the stretches, as whole numbers of characters that are no white space. */
  readonly shareOfA: { readonly part: number; readonly whole: number }
  readonly shareOfB: { readonly part: number; readonly whole: number }
  /** In the order of a. A stretch of one text may answer to two of the other. */
  readonly stretches: readonly SameStretch[]
}

/** Shares at which METHOD draws lines, in percent: G4 full marks up to 10 and none from 20; above 50 整体照搬 (veto, after the committee agrees). */
export const samenessLines = { noted: 10, heavy: 20, wholesale: 50 } as const
