import type { Points } from '#core/points'

const digits = 30n

/**
 * The JavaScript number nearest to an exact value: the only place where points become binary, on their way into a cell.
 *
 * Long division to 30 decimals, then the engine's own correctly rounded reading: 0.1 gives 0.1, one third gives 0.3333333333333333.
 * What is shown is rounded from the exact value (`formatPoints`), never from this number.
 * @example numberOfPoints(pointsOf('1.005')) // 1.005
 */
export function numberOfPoints(points: Points): number {
  const negative = points.numerator < 0n
  const numerator = negative ? -points.numerator : points.numerator
  const whole = numerator / points.denominator
  const fraction = ((numerator % points.denominator) * 10n ** digits) / points.denominator
  return Number(`${negative ? '-' : ''}${whole}.${String(fraction).padStart(Number(digits), '0')}`)
}
