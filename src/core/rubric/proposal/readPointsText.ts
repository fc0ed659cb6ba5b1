import { numeral, readNumeral } from '#core/rubric/proposal/readNumeral'
import { foldStandard } from '#core/rubric/proposal/foldStandard'

const points = new RegExp(`^\\(?(?:满分|分值|计)?(${numeral})(?:分|%)?\\)?$`)

/**
 * Full marks as people write them in a points column: 3, "3分", "（3 分）", "三分", a weight "5%" (5). Null for anything else, zero included.
 * @example readPointsText('2.50分') // 2.5
 */
export function readPointsText(text: string): number | null {
  const folded = foldStandard(text).text
  const found = points.exec(folded)
  // A bare Chinese numeral is a list number ("一", "二").
  if (!found || (/^\D+$/.test(found[1] ?? '') && !folded.includes('分'))) return null
  const decimal = readNumeral(found[1] ?? '')
  return decimal === null || Number(decimal) <= 0 ? null : Number(decimal)
}
