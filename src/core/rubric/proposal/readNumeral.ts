/** A number as standards write it: digits, or a few Chinese numerals. Source for regular expressions over folded text; bounded. */
export const numeral = '(?:\\d{1,6}(?:\\.\\d{1,4})?|[零一二两三四五六七八九十]{1,3}(?:点[零一二三四五六七八九]{1,3})?|半)'

const digits = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value] as const)).set('两', 2)

/**
 * The decimal notation of a numeral, or null when it is none: "0.50" → "0.5", 零点五 → "0.5", 十二 → "12", 半 → "0.5".
 * @example readNumeral('两') // '2'
 */
export function readNumeral(text: string): string | null {
  if (text === '半') return '0.5'
  if (/^\d{1,6}(?:\.\d{1,4})?$/.test(text)) return String(Number(text))
  const [whole = '', fraction, more] = text.split('点')
  const value = readWhole(whole)
  if (value === null || more !== undefined) return null
  if (fraction === undefined) return String(value)
  const decimals = [...fraction].map((sign) => digits.get(sign))
  return decimals.length === 0 || decimals.includes(undefined) ? null : String(Number(`${value}.${decimals.join('')}`))
}

/** 0 to 99. */
function readWhole(text: string): number | null {
  const signs = [...text]
  const ten = signs.indexOf('十')
  if (ten === -1) return signs.length === 1 ? digits.get(text) ?? null : null
  const tens = ten === 0 ? 1 : ten === 1 ? digits.get(signs[0] as string) : undefined
  const ones = signs.length === ten + 1 ? 0 : signs.length === ten + 2 ? digits.get(signs[ten + 1] as string) : undefined
  return tens === undefined || ones === undefined ? null : tens * 10 + ones
}
