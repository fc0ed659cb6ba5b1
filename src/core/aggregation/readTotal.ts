import { makePoints, roundPoints, type Points } from '#core/points'

/** How ranking, bands, gate and tie-breaks read a number (METHOD §3): rounded to the project's decimals, or as it is. */
export interface TotalReading {
  readonly decimals: number
  readonly rankOn: 'rounded' | 'unrounded'
}

export const defaultReading: TotalReading = { decimals: 2, rankOn: 'rounded' }

/** @example readTotal(pointsOf('79.996'), { decimals: 2, rankOn: 'rounded' }) // 80 */
export function readTotal(points: Points, { decimals, rankOn }: TotalReading): Points {
  return rankOn === 'rounded' ? makePoints(roundPoints(points, decimals), 10n ** BigInt(decimals)) : points
}
