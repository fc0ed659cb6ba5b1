import { dividePoints, pointsOf, writeExact } from '#core/points'

/**
 * A number of a cell: "3", "3分", "3.0", "70%" (0.7, exact). Null for anything else. Full width digits count.
 * @example readDecimal('2.5分') // 2.5
 */
export function readDecimal(text: string): number | null {
  const half = text.trim().replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const found = /^([+-]?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,3})?)\s*(分|%)?$/.exec(half)
  if (!found) return null
  const value = Number(found[1])
  if (!Number.isFinite(value)) return null
  // Shifted as it is written: 8.1 ÷ 100 would not be 0.081.
  if (found[2] === '%') return Number(writeExact(dividePoints(pointsOf(value), pointsOf(100))))
  return value === 0 ? 0 : value
}
