/**
 * Places of totals, highest first; equal totals share a place (METHOD §6). `compare(a, b)` tells the order of two indices by total:
 * negative when a is higher. competition: 1, 2, 2, 4 · dense: 1, 2, 2, 3. The order of the input does not matter.
 * @example rankTotals(4, byTotal([9000, 8850, 8850, 8000]), 'competition') // [1, 2, 2, 4]
 */
export function rankTotals(count: number, compare: (a: number, b: number) => number, tieRule: 'competition' | 'dense'): number[] {
  const order = Array.from({ length: count }, (_, index) => index).sort(compare)
  const ranks = new Array<number>(count)
  let rank = 0
  order.forEach((index, position) => {
    const previous = position === 0 ? null : (order[position - 1] as number)
    if (previous === null || compare(previous, index) !== 0) rank = tieRule === 'competition' ? position + 1 : rank + 1
    ranks[index] = rank
  })
  return ranks
}

/** Comparison for whole-number totals. */
export function byTotal(totals: ArrayLike<number>): (a: number, b: number) => number {
  return (a, b) => (totals[b] as number) - (totals[a] as number)
}
