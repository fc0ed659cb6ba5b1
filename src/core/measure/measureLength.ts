import type { Measured } from '#core/measure/suggestion'
import { lengthOfText } from '#core/text/lengthOfText'

/**
 * B4: length of the report in characters that are no white space, title, headings and signature included (METHOD §6A.29).
 * @example measureLength('甲 乙\n丙').working.values // { length: '3' }
 */
export function measureLength(text: string): Measured {
  const length = lengthOfText(text)
  return { found: { kind: 'amount', numerator: BigInt(length), denominator: 1n }, working: { key: 'length', values: { length: String(length) } }, places: [] }
}
