/**
 * The policy on missing values, stated once (METHOD §2, §6A.11–16, §6A.31–32). Missing is never zero.
 *
 * A cell is one assessor's result on one item of one unit:
 *   settled        has points;
 *   open           pending or unscored: counts as the low end of what it can still bring, the rule's minimum unless more is known, at the
 *                  low end of a range, and as the high end, M unless more is known, at the high end;
 *   notApplicable  leaves both the points and the full marks of the item out.
 * Several assessors on an item: all not applicable → not applicable; some not applicable and some not → a ruling is needed, the
 * whole item is open until then; otherwise the mean, in which a missing assessor counts as minimum, then as M.
 */
export const cellOpen = 0
export const cellSettled = 1
export const cellNotApplicable = 2
export type CellState = typeof cellOpen | typeof cellSettled | typeof cellNotApplicable

/** What the cells of one item come to: the mean of the settled ones, a range, or nothing. */
export type MergedState = 'settled' | 'open' | 'notApplicable'

/** `open`, `settled`, `notApplicable` are numbers of assessors and add up to all of them. */
export function mergeStates(count: { readonly open: number; readonly settled: number; readonly notApplicable: number }): MergedState {
  if (count.notApplicable > 0) return count.open + count.settled === 0 ? 'notApplicable' : 'open'
  return count.open > 0 ? 'open' : 'settled'
}
