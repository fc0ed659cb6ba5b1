import type { Fact } from '#core/facts/fact'
import type { Measured } from '#core/measure/suggestion'
import { formatPoints, makePoints } from '#core/points'
import { lengthOfText } from '#core/text/lengthOfText'

/**
 * G1: numbers in Arabic digits per thousand characters; dates, document and list numbers and numbers that are names are left out, Chinese
 * numerals too. Both ends of a range count. Null for an empty text.
 * @example 30 numbers in 4,000 characters // 7.5 per thousand
 */
export function measureNumberDensity(text: string, facts: readonly Fact[]): Measured | null {
  const counted = facts.filter(({ numeral }) => numeral === 'arabic')
  const count = counted.length + counted.filter(({ upTo }) => upTo !== null).length
  return perThousand('numberDensity', text, count, counted.map(({ start, end }) => ({ start, end })))
}

/** So many in a thousand characters of the text that are no white space. */
export function perThousand(key: 'numberDensity' | 'fillerDensity', text: string, count: number, places: Measured['places']): Measured | null {
  const length = lengthOfText(text)
  if (length === 0) return null
  const numerator = BigInt(count) * 1000n
  const density = formatPoints(makePoints(numerator, BigInt(length)), 2)
  return {
    found: { kind: 'amount', numerator, denominator: BigInt(length) },
    working: { key, values: { count: String(count), length: String(length), density } },
    places,
  }
}
