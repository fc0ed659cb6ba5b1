import { multiplyPoints, pointsOf, writeExact } from '#core/points'

const chineseDigits: ReadonlyMap<string, number> = new Map([...'〇零一二三四五六七八九两'].map((digit) => [digit, '〇一二三四五六七八九'.indexOf(digit === '零' ? '〇' : digit === '两' ? '二' : digit)]))
const chinesePlaces: ReadonlyMap<string, number> = new Map([['十', 10], ['百', 100], ['千', 1000]])
const multipliers: ReadonlyMap<string, string> = new Map([['', '1'], ['十', '10'], ['百', '100'], ['千', '1000'], ['万', '10000'], ['十万', '100000'], ['百万', '1000000'], ['千万', '10000000'], ['亿', '100000000'], ['万亿', '1000000000000']])

export interface Numeral {
  readonly value: string
  readonly step: string
}

/**
 * The exact value of digits with a multiplier, as decimal strings, and the worth of the last printed digit. Thousands commas and
 * full-width digits are read; null for an unknown multiplier.
 * @example readDigits('3.4', '万') // { value: '34000', step: '1000' }
 */
export function readDigits(digits: string, multiplier: string): Numeral | null {
  const by = multipliers.get(multiplier)
  if (by === undefined) return null
  const plain = digits.replace(/,/g, '').replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace('\uff0e', '.')
  const decimals = plain.split('.')[1]?.length ?? 0
  const step = decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`
  return { value: writePlain(plain, by), step: writePlain(step, by) }
}

/**
 * The value of a Chinese numeral below 亿, 点 allowed: 一百二十 → 120, 两千零五 → 2005, 三点五万 → 35000. Null for what is none
 * (四五, 百百, 万 without a digit before it).
 * @example readChineseNumeral('二十余'.slice(0, 2)) // { value: '20', step: '1' }
 */
export function readChineseNumeral(text: string): Numeral | null {
  const parts = /^([〇零一二三四五六七八九两十百千]+)(?:点([〇零一二三四五六七八九]{1,4}))?(万)?([〇零一二三四五六七八九两十百千]+)?$/.exec(text)
  if (!parts || (parts[4] && (!parts[3] || parts[2]))) return null
  const high = readBelowTenThousand(parts[1]!)
  if (high === null) return null
  const fraction = [...(parts[2] ?? '')].map((digit) => chineseDigits.get(digit)).join('')
  const numeral = readDigits(fraction ? `${high}.${fraction}` : String(high), parts[3] ?? '')
  if (!parts[4] || !numeral) return numeral
  const low = readBelowTenThousand(parts[4].replace(/^[〇零]/, ''))
  return low === null ? null : { value: String(BigInt(numeral.value) + BigInt(low)), step: '1' }
}

function readBelowTenThousand(text: string): number | null {
  let sum = 0
  let digit: number | null = null
  let last = 10_000
  for (const character of text) {
    const place = chinesePlaces.get(character)
    if (place === undefined) {
      const value = chineseDigits.get(character)!
      if (digit !== null && digit !== 0) return null
      digit = value
      continue
    }
    if (place >= last || (digit === null && place !== 10)) return null
    sum += (digit ?? 1) * place
    last = place
    digit = null
  }
  return sum + (digit ?? 0)
}

function writePlain(decimal: string, multiplier: string): string {
  return writeExact(multiplyPoints(pointsOf(decimal), pointsOf(multiplier)))
}
