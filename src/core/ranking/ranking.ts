import type { ItemId, UnitId } from '#core/ids'
import type { Points } from '#core/points'
import type { GroupScore, NotApplicableShare, ScoreTree, StateCounts } from '#core/aggregation/scoreTree'
import type { Settlement } from '#core/aggregation/settleTotal'
import type { TieBreak } from '#core/records/projectRecord'

/** The units of one ranking group, in order, with the rules that made the order (排名). */
export interface Ranking {
  readonly group: string
  readonly tieRule: 'competition' | 'dense'
  /** What parts equal totals, in this order; empty: nothing does. */
  readonly tieBreak: readonly TieBreak[]
  readonly rankOn: 'rounded' | 'unrounded'
  readonly decimals: number
  readonly full: Points
  /** Ranked units in order of place (ties in the order of their names' code points), then the unranked ones. */
  readonly rows: readonly RankingRow[]
}

/**
 * What a table shows of a score tree: no items, no steps. Thousands of whole trees would weigh more on the page than everything else
 * (a ScoreTree is one, too).
 */
export interface TreeOutline {
  readonly total: ScoreTree['total']
  readonly counts: StateCounts
  readonly groups: readonly Omit<GroupScore, 'children'>[]
  readonly notApplicable: NotApplicableShare
  readonly settled: { readonly low: Pick<Settlement, 'standing' | 'band'> } | null
}

export interface RankingRow {
  readonly unitId: UnitId
  readonly name: string
  /** The upper part of the unit's score tree; whole trees are asked for one by one. */
  readonly tree: TreeOutline
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
  /** Null when unranked, or when the two ends of the range fall into different bands. After vetoes and quota. */
  readonly band: string | null
  /** Of a unit whose total reaches the band that has a quota; null for the others, and where there is no quota. */
  readonly quota: QuotaOutcome | null
  /** Difference to the first of the numbers the ranking reads, "-2.10"; null when unranked; "0.00" for the first. */
  readonly gap: string | null
  readonly open: readonly ItemId[]
}

/**
 * Of the places in a band with a quota (METHOD §6A.22, §6A.42): 'place': holds one. 'no-place': shows the next band. 'tie-overflows': shows
 * the next band until the committee rules who of those with the same place gets it.
 */
export type QuotaOutcome = 'place' | 'no-place' | 'tie-overflows'

/**
 * invalid, suspended: by a veto. veto-open: a veto is pending. too-few-settled: fewer items settled than the rubric asks for. items-open:
 * some are, and the project ranks final totals only.
 */
export type UnrankedReason = 'nothing-scored' | 'items-open' | 'all-not-applicable' | 'invalid' | 'suspended' | 'veto-open' | 'too-few-settled'
