import { readChineseNumber } from '#core/text/parseChineseDay'

/** A numbering at the start of a line, or 一是 inside it; offsets within the line. */
export interface HeadingMarker {
  readonly depth: 1 | 2 | 3 | 4
  readonly start: number
  readonly end: number
}

const numeral = '[一二三四五六七八九十]{1,3}'
const lineMarkers: readonly { readonly depth: 1 | 2 | 3 | 4; readonly pattern: RegExp }[] = [
  { depth: 1, pattern: new RegExp(`^(${numeral})\\s{0,2}[、.\\uff0e]`) },
  { depth: 2, pattern: new RegExp(`^[(\\uff08]\\s{0,2}(${numeral})\\s{0,2}[)\\uff09][、.\\uff0e]?`) },
  { depth: 3, pattern: /^[0-9\uff10-\uff19]{1,2}\s{0,2}[.、\uff0e](?![0-9\uff10-\uff19])/ },
  { depth: 4, pattern: /^[(\uff08]\s{0,2}[0-9\uff10-\uff19]{1,2}\s{0,2}[)\uff09]/ },
]
const couldBegin = /^[一二三四五六七八九十(\uff080-9\uff10-\uff19]/
/** 一、二级响应 and 一、二、三产业 begin with a numeral too, and are no headings. */
const enumeration = new RegExp(`^${numeral}(?:[、级类线期审产]|[、,]?${numeral}[级类线期审产])`)
const inlineMarker = new RegExp(`(${numeral})是`, 'g')
const strongBoundary = /[。;\uff1b:\uff1a!\uff01?\uff1f]/
const weakBoundary = /[,\uff0c、”"》)\uff09\s\u3000]/

/**
 * The numbering with which a line begins: 一、 depth 1, (一) depth 2, 1. depth 3, (1) depth 4; brackets and digits of either width.
 * Null for none, for decimals (1.5亿元) and enumerations (一、二级). The line comes without leading spaces.
 * @example readLineMarker('(二)强化供给') // { depth: 2, start: 0, end: 3 }
 */
export function readLineMarker(line: string): HeadingMarker | null {
  if (!couldBegin.test(line)) return null
  for (const { depth, pattern } of lineMarkers) {
    const match = pattern.exec(line)
    if (!match) continue
    if (match[1] !== undefined && readChineseNumber(match[1]) === null) return null
    if (depth === 1 && enumeration.test(line.slice(match[0].length, match[0].length + 8))) return null
    return { depth, start: 0, end: match[0].length }
  }
  return null
}

/**
 * The 一是, 二是 … of a paragraph, in their order. They count at its start and after 。;: and the like; after a comma only where
 * they go on from the one before (or begin a row that goes on), so that 统一是 or a stray 一是 is left alone.
 * @example readInlineMarkers('一是多。二是少。').map((marker) => marker.start) // [0, 4]
 */
export function readInlineMarkers(line: string): HeadingMarker[] {
  if (!line.includes('是')) return []
  const candidates: { start: number; end: number; number: number; strong: boolean }[] = []
  for (const match of line.matchAll(inlineMarker)) {
    const number = readChineseNumber(match[1]!)
    const before = line[match.index - 1]
    const strong = before === undefined || strongBoundary.test(before)
    if (number === null || (!strong && !weakBoundary.test(before))) continue
    candidates.push({ start: match.index, end: match.index + match[0].length, number, strong })
  }
  const markers: HeadingMarker[] = []
  let previous = 0
  candidates.forEach((candidate, index) => {
    const goesOn = candidate.number === previous + 1 && previous > 0
    const opens = candidate.number === 1 && candidates[index + 1]?.number === 2
    if (!candidate.strong && !goesOn && !opens) return
    previous = candidate.number
    markers.push({ depth: 4, start: candidate.start, end: candidate.end })
  })
  return markers
}
