const longest = 31
/** Letters, digits, CJK and underscore need no quotes in a formula; everything else is left out. */
const unsafe = /[^\p{L}\p{N}_]/gu
/** A1, XFD1048576, R1C1, R, C: what a formula would read as a cell, and names that begin with a digit. */
const needsQuotes = /^(?:\p{N}.*|[A-Za-z]{1,3}\p{N}+|[Rr]\p{N}*(?:[Cc]\p{N}*)?|[Cc]\p{N}*|history|true|false)$/iu

/**
 * Names for the sheets of a workbook, in order: at most 31 characters, unique whatever the case, needing no quotes in formulas.
 * Signs that are not allowed are left out; a name that is taken gets _2, _3 …
 * @example nameSheets(['总排名_市/县', '总排名_市县']) // ['总排名_市县', '总排名_市县_2']
 */
export function nameSheets(wishes: readonly string[]): string[] {
  const taken = new Set<string>()
  return wishes.map((wish) => {
    const cleaned = wish.normalize('NFC').replace(unsafe, '')
    const base = cleaned === '' || needsQuotes.test(cleaned) ? `_${cleaned}` : cleaned
    for (let number = 1; ; number += 1) {
      const suffix = number === 1 ? '' : `_${number}`
      const name = shorten(base, longest - suffix.length) + suffix
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  })
}

/** Cut to so many UTF-16 units without halving a sign. */
function shorten(text: string, length: number): string {
  const cut = text.slice(0, length)
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
}
