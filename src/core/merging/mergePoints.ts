import { comparePoints, dividePoints, equalPoints, pointsOf, sumPoints, type Points } from '#core/points'

/** How the points of several assessors on one item become one number (METHOD §5.4). */
export type MergeRule = 'mean' | 'trimmedMean' | 'median' | 'consensus' | 'chair'

export type MergedPoints =
  | { readonly kind: 'points'; readonly points: Points; readonly n: number; /** Trimmed mean of fewer than 5: the plain mean. */ readonly tooFewToTrim: boolean }
  /** Consensus was asked for and there is none. */
  | { readonly kind: 'differ' }
  /** Nobody's answer is valid. */
  | { readonly kind: 'none' }

const leastToTrim = 5

/**
 * Merges the points of n valid answers on one item; nothing is rounded or snapped to a level again (METHOD §5.4, §6A.12, §6A.17, §6A.35).
 *
 * trimmedMean: one highest and one lowest go, even if tied, where n ≥ 5; else the plain mean, flagged. median: of an even n the mean of
 * the middle two. consensus: all points equal. Under 'chair' there is one value, that of the chair. The order of the values does
 * not matter.
 * @example mergePoints([86, 88, 90, 91, 95], 'trimmedMean') // 269/3, shown 89.67
 */
export function mergePoints(values: readonly Points[], rule: MergeRule): MergedPoints {
  const sorted = [...values].sort(comparePoints)
  const n = sorted.length
  const first = sorted[0]
  if (!first) return { kind: 'none' }
  switch (rule) {
    case 'mean':
      return merged(meanOf(sorted), n)
    case 'trimmedMean':
      return n < leastToTrim ? { ...merged(meanOf(sorted), n), tooFewToTrim: true } : merged(meanOf(sorted.slice(1, -1)), n)
    case 'median':
      return merged(meanOf(sorted.slice(Math.floor((n - 1) / 2), Math.floor(n / 2) + 1)), n)
    case 'consensus':
    case 'chair':
      return sorted.every((value) => equalPoints(value, first)) ? merged(first, n) : { kind: 'differ' }
  }
}

function meanOf(values: readonly Points[]): Points {
  return dividePoints(sumPoints(values), pointsOf(values.length))
}

function merged(points: Points, n: number): Extract<MergedPoints, { kind: 'points' }> {
  return { kind: 'points', points, n, tooFewToTrim: false }
}
