import type { Settlement } from '#core/aggregation/settleTotal'
import type { ItemId } from '#core/ids'
import type { Points } from '#core/points'
import type { NotApplicableMethod, VetoEffect } from '#core/rubric/rubric'
import type { ItemState } from '#core/scoring/itemState'

/**
 * The score tree (得分树): points of every node of the rubric for one unit. Always computed, never stored as truth.
 *
 * Points of groups are effective points (METHOD §6A.10): weights are in them already; without weights they are the points as they
 * stand. `earned` and `available` are before the N/A method: what the node's applicable items have brought, and their full points.
 * Open items (pending, unscored) count at their rule's minimum in `earned.low` and at M in `earned.high`; where low equals high
 * nothing is open. `own` has gone through the N/A method, `base` has the other sources of the total in it, if the rubric has any
 * (contributionsOf says what each item is worth in it); `settled` then goes from base to total step by step, at both ends.
 */
export interface ScoreTree {
  readonly total: TotalRange | null
  readonly base: Range | null
  /** What the rubric's own items come to, out of its full points; the base itself where there are no other sources. */
  readonly own: Range | null
  /** Outside results that the base rests on beside the own items (R16 at the level of the total); null: none. */
  readonly sources: SourcesScore | null
  /** 'total': `own` is merged from the base totals of several assessors, so that no item has a part in it (METHOD §6A.40). */
  readonly mergedAt: 'items' | 'total'
  readonly full: Points
  readonly earned: Range
  readonly available: Points
  readonly method: NotApplicableMethod
  readonly notApplicable: NotApplicableShare
  /** Items of the base total, its sources among them. */
  readonly counts: StateCounts
  readonly groups: readonly GroupScore[]
  /** Points that each can add or has added; a range of nothing where nobody has recorded it. */
  readonly bonus: readonly ItemScoreNode[]
  /** Points that each takes, as positive numbers. */
  readonly negative: readonly ItemScoreNode[]
  readonly vetoes: readonly VetoNode[]
  /** A veto is pending: the unit has no place until it is decided (METHOD §6A.11). */
  readonly vetoOpen: boolean
  /** Every step from the base to the total, at both ends; null without a base. */
  readonly settled: { readonly low: Settlement; readonly high: Settlement } | null
}

/** The total after vetoes, as a range; low equals high when nothing is open. Null in the tree when every item is N/A. */
export type TotalRange = Range

export interface Range {
  readonly low: Points
  readonly high: Points
}

/** Effective full points of what does not apply ÷ full points of the rubric; warned of above 20 % (METHOD §5.2, §6A.10). */
export interface NotApplicableShare {
  readonly share: Points
  readonly warn: boolean
}

export interface SourcesScore {
  /** The rubric's own items as a source. */
  readonly label: string
  readonly weight: Points
  /** Its part of the weights that apply; null without an own result. */
  readonly share: Points | null
  readonly items: readonly SourceScoreNode[]
}

export interface GroupScore {
  readonly kind: 'group'
  readonly id: string
  readonly name: string
  /** Effective full points. */
  readonly full: Points
  readonly earned: Range
  /** Zero when every item below is N/A; then there is no 得分率. */
  readonly available: Points
  readonly counts: StateCounts
  readonly children: readonly (GroupScore | ItemScoreNode)[]
}

/** `points`, `range` and `full` are on the item's own scale, M for this kind of body. */
export interface ItemScoreNode {
  readonly kind: 'item'
  readonly id: ItemId
  readonly name: string
  readonly full: Points
  /** What M is worth in the rubric's points before the N/A method; M itself where there are no weights. */
  readonly effective: Points
  readonly state: ItemState
  /** Present when scored or notFound, except for a place (R8) that waits for the other units. */
  readonly points: Points | null
  readonly range: Range | null
  /** The rule with its values filled in; null without points. */
  readonly formula: string | null
}

/** An outside result; `effective` is what its full marks are worth in the rubric's points while every source applies. */
export interface SourceScoreNode extends ItemScoreNode {
  readonly weight: Points
  /** Its part of the weights that apply; null: it does not apply. */
  readonly share: Points | null
}

export interface VetoNode {
  readonly id: ItemId
  readonly name: string
  readonly state: ItemState
  readonly applies: boolean
  readonly effect: VetoEffect
}

/** Number of items in each state. */
export type StateCounts = Readonly<Record<ItemState, number>>
