import { addPoints, dividePoints, multiplyPoints, sumPoints, zeroPoints, type Points } from '#core/points'
import type { Range } from '#core/aggregation/scoreTree'

/** A result that the base total rests on: what it comes to, out of its full points; range null: it does not apply. */
export interface WeighedResult {
  readonly weight: Points
  readonly full: Points
  readonly range: Range | null
}

export interface CombinedSources {
  readonly base: Range
  /** Each result's part of the weights that apply, in the order given; they add to 1. Null: it does not apply. */
  readonly shares: readonly (Points | null)[]
}

/**
 * R16 at the level of the total: full × Σ w(s ÷ its full) ÷ Σ w, at both ends of the range (METHOD §4, §6A.11, §6A.26). A result that
 * does not apply leaves both sums; one that is open counts with its range. Null when none applies.
 * @example 77.5 of 100 at 80, 82.06 of 100 at 20, full 100 // 78.412
 */
export function combineSources(full: Points, results: readonly WeighedResult[]): CombinedSources | null {
  const weights = sumPoints(results.map(({ weight, range }) => (range ? weight : zeroPoints)))
  if (weights.numerator === 0n) return null
  const shares = results.map(({ weight, range }) => (range ? dividePoints(weight, weights) : null))
  const end = (read: (range: Range) => Points): Points =>
    results.reduce((sum, { full: whole, range }, index) => (range ? addPoints(sum, multiplyPoints(full, multiplyPoints(shares[index] as Points, dividePoints(read(range), whole)))) : sum), zeroPoints)
  return { base: { low: end(({ low }) => low), high: end(({ high }) => high) }, shares }
}
