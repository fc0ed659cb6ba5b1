import { matchForm } from '#core/text/matchForm'

let table: Uint16Array | null = null

/**
 * For every UTF-16 unit the unit it is matched as: `matchForm` as a table, so that millions of characters are folded as they are read
 * and no second copy of a text is made. Built at the first call.
 * @example matchUnits()['Ａ'.charCodeAt(0)] === 'a'.charCodeAt(0) // true
 */
export function matchUnits(): Uint16Array {
  if (table) return table
  const filled = new Uint16Array(0x10000)
  for (let unit = 0; unit < filled.length; unit += 1) filled[unit] = matchForm(String.fromCharCode(unit)).charCodeAt(0)
  table = filled
  return filled
}
