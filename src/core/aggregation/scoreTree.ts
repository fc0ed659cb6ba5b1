import type { ItemId } from '#core/ids'
import type { Points } from '#core/points'
import type { ItemState } from '#core/scoring/itemState'

/**
 * The score tree (得分树): points of every node of the rubric for one unit. Always computed, never stored as truth.
 *
 * `earned` and `available` are before the N/A method: what the node's applicable items have brought, and their full points.
 * Open items (pending, unscored) count at their rule's minimum in `earned.low` and at M in `earned.high`; where low equals high
 * nothing is open. Only `total` has gone through the N/A method (METHOD §6A.7: full × Σearned ÷ Σavailable).
 */
export interface ScoreTree {
  readonly total: TotalRange | null
  readonly full: Points
  readonly earned: Range
  readonly available: Points
  readonly counts: StateCounts
  readonly groups: readonly GroupScore[]
}

/** The total after the N/A method, as a range; low equals high when nothing is open. Null in the tree when every item is N/A. */
export type TotalRange = Range

export interface Range {
  readonly low: Points
  readonly high: Points
}

export interface GroupScore {
  readonly kind: 'group'
  readonly id: string
  readonly name: string
  readonly full: Points
  readonly earned: Range
  /** Zero when every item below is N/A; then there is no 得分率. */
  readonly available: Points
  readonly counts: StateCounts
  readonly children: readonly (GroupScore | ItemScoreNode)[]
}

export interface ItemScoreNode {
  readonly kind: 'item'
  readonly id: ItemId
  readonly name: string
  readonly full: Points
  readonly state: ItemState
  /** Present when scored or notFound. */
  readonly points: Points | null
  readonly range: Range | null
}

/** Number of items in each state. */
export type StateCounts = Readonly<Record<ItemState, number>>
