import { makePoints, multiplyPoints, pointsOf } from '#core/points'
import type { QuotaOutcome } from '#core/ranking/ranking'

/** A unit with a place whose total reaches the band with the quota. */
export interface QuotaCandidate {
  readonly rank: number
  /** A veto lowered its band: it takes no place, even where its lowered band is the one with the quota. */
  readonly lowered: boolean
}

/**
 * Who holds one of the places of a band with a quota (METHOD §6A.22, §6A.42): floor(percent × ranked units), at least 1, in order of
 * rank. Units that share a rank and do not all fit get none until a ruling, and nobody behind them passes them. Places left over lapse.
 * `ranked` counts all ranked units of the group.
 * @example 10 ranked, 20 %, candidates with ranks 1, 2, 2 // place, tie-overflows, tie-overflows
 */
export function awardQuota(ranked: number, percent: number, candidates: readonly QuotaCandidate[]): QuotaOutcome[] {
  let left = Math.max(1, placesOf(ranked, percent))
  const outcomes = candidates.map((): QuotaOutcome => 'no-place')
  const ranks = [...new Set(candidates.filter(({ lowered }) => !lowered).map(({ rank }) => rank))].sort((a, b) => a - b)
  for (const rank of ranks) {
    const together = candidates.flatMap((candidate, index) => (candidate.rank === rank && !candidate.lowered ? [index] : []))
    if (left === 0) break
    const fits = together.length <= left
    for (const index of together) outcomes[index] = fits ? 'place' : 'tie-overflows'
    if (!fits) break
    left -= together.length
  }
  return outcomes
}

function placesOf(ranked: number, percent: number): number {
  const share = multiplyPoints(pointsOf(percent), makePoints(BigInt(ranked), 100n))
  return Number(share.numerator / share.denominator)
}
