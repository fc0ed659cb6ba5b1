import { comparePoints, pointsOf, type Points } from '#core/points'
import type { Band } from '#core/records/projectRecord'

/**
 * The band (等次) of a total: bands are [from, next better's from), the top one unbounded, so that no total falls between two.
 * Reads the same number as the ranking. Null when the list is empty or the total lies below its last edge.
 * @example bandOf([{优秀 90}, {良好 80}, {合格 60}, {不合格 0}], 90) // '优秀'; 89.99 → '良好'
 */
export function bandOf(bands: readonly Band[], total: Points): string | null {
  const fitting = bands.filter((band) => comparePoints(total, pointsOf(band.from)) >= 0)
  const best = fitting.reduce<Band | null>((top, band) => (top === null || comparePoints(pointsOf(band.from), pointsOf(top.from)) > 0 ? band : top), null)
  return best?.name ?? null
}
