import type { ItemId, UnitId } from '#core/ids'
import type { Points } from '#core/points'
import type { ScoreTree } from '#core/aggregation/scoreTree'

/** The units of one ranking group, in order, with the rules that made the order (排名). */
export interface Ranking {
  readonly group: string
  readonly tieRule: 'competition' | 'dense'
  readonly rankOn: 'rounded' | 'unrounded'
  readonly decimals: number
  readonly full: Points
  /** Ranked units in order of place (ties in the order of their names' code points), then the unranked ones. */
  readonly rows: readonly RankingRow[]
}

export interface RankingRow {
  readonly unitId: UnitId
  readonly name: string
  readonly tree: ScoreTree
  /** Null: not ranked, for `reason`. */
  readonly rank: number | null
  /** How many units share this place, itself included; 0 when unranked. */
  readonly tied: number
  readonly reason: UnrankedReason | null
  /** Something is open; the total is a range. A provisional unit has a place only if the project says so. */
  readonly provisional: boolean
  /** Both ends of the total as the ranking reads them, in 10^−decimals when rankOn is 'rounded'; null without a total. */
  readonly total: { readonly low: Points; readonly high: Points } | null
  /** Rounded half up to the project's decimals, for the eye: "73.70". Null without a total. */
  readonly shown: { readonly low: string; readonly high: string } | null
  /** Share of full points of the low end, percent with the project's decimals: "73.70". */
  readonly percent: string | null
  /** Null when unranked, or when the two ends of the range fall into different bands. */
  readonly band: string | null
  /** Difference to the first of the numbers the ranking reads, "-2.10"; null when unranked; "0.00" for the first. */
  readonly gap: string | null
  readonly open: readonly ItemId[]
}

export type UnrankedReason = 'nothing-scored' | 'items-open' | 'all-not-applicable'
