import { matchForm } from '#core/text/matchForm'
import { isSpace } from '#core/text/splitLines'

/** A text as it is compared: UTF-16 units without white space, width and case evened out, each with its place in the text. */
export interface PlainUnits {
  readonly units: Uint16Array
  readonly offsets: Uint32Array
}

/**
 * What is compared when texts are: white space is nothing, ，and , are one, and so are “ and ".
 * @example plainUnits('甲 ，乙').offsets // [0, 2, 3]
 */
export function plainUnits(text: string): PlainUnits {
  const form = matchForm(text)
  const units = new Uint16Array(form.length)
  const offsets = new Uint32Array(form.length)
  let length = 0
  for (let at = 0; at < form.length; at += 1) {
    const code = form.charCodeAt(at)
    if (isSpace(code)) continue
    units[length] = code === 0x201c || code === 0x201d ? 0x22 : code === 0x2018 || code === 0x2019 ? 0x27 : code
    offsets[length] = at
    length += 1
  }
  return { units: units.subarray(0, length), offsets: offsets.subarray(0, length) }
}

/** Place in the text of the units [from, to), `to` > `from`. */
export function placeOfUnits({ offsets }: PlainUnits, from: number, to: number): { start: number; end: number } {
  return { start: offsets[from]!, end: offsets[to - 1]! + 1 }
}
