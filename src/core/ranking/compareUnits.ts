import { contributionsOf } from '#core/aggregation/contributionsOf'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { ItemId } from '#core/ids'
import { subtractPoints, zeroPoints, type Points } from '#core/points'

/** Where the difference of two totals comes from: `a` less `b`, line by line. */
export interface GapOfUnits {
  /** Of the base total; what the items add to. */
  readonly base: Points
  /**
   * Items of the base total in the order of a's rubric, in effective points after the N/A method, then its outside sources. Null where
   * the assessors' totals were merged: no item has a part in those (METHOD §6A.40), and `base` is one line.
   */
  readonly items: readonly { readonly id: ItemId; readonly gap: Points }[] | null
  readonly bonus: Points
  /** What the negative lists take, more of it in a is negative. */
  readonly negative: Points
  readonly floor: Points
  readonly veto: Points
  /** Unrounded difference of the totals; the lines add to it exactly. */
  readonly total: Points
}

/**
 * The gap between two units of one rubric, explained (METHOD §6A.28, vector 14): item contributions and a line each for bonus, negative list,
 * floor and veto, which add exactly to the unrounded difference of the totals. Ranges are read at the low end, as the ranking reads
 * them. Null where one of the two has no total.
 * @example 45 + 24 of 30 (b), against 40 + 20 // items 5 and 16/3 …, total the sum of them
 */
export function compareUnits(a: ScoreTree, b: ScoreTree): GapOfUnits | null {
  const [mine, theirs] = [contributionsOf(a), contributionsOf(b)]
  if (!a.settled || !b.settled) return null
  const [stepsA, stepsB] = [a.settled.low, b.settled.low]
  return {
    base: subtractPoints(stepsA.base, stepsB.base),
    items: mine && theirs && [...new Set([...mine.keys(), ...theirs.keys()])].map((id) => ({ id, gap: subtractPoints(mine.get(id)?.low ?? zeroPoints, theirs.get(id)?.low ?? zeroPoints) })),
    bonus: subtractPoints(stepsA.bonus, stepsB.bonus),
    negative: subtractPoints(stepsB.negative, stepsA.negative),
    floor: subtractPoints(stepsA.floor, stepsB.floor),
    veto: subtractPoints(stepsA.veto, stepsB.veto),
    total: subtractPoints(stepsA.total, stepsB.total),
  }
}
