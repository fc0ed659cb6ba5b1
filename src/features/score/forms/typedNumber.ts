import { readDecimal } from '#ui/readDecimal'

/** A double holds no more digits exactly; longer ones would be stored as another number. */
const digitLimit = 15

/**
 * The number a person typed, with or without a % sign behind it. Null for an empty field and for what is no decimal: never zero.
 * @example typedNumber('３。8%') // 3.8
 */
export function typedNumber(text: string): number | null {
  const decimal = readDecimal(text.replace(/[%％]\s*$/, ''))
  if (decimal === null || decimal === '') return null
  if (decimal.replace(/[-.]/g, '').replace(/^0+/, '').length > digitLimit) return null
  return Number(decimal)
}
