import { readLineMarker } from '#core/text/headingMarker'
import { isDayLine } from '#core/text/parseChineseDay'
import { parseBodyNames } from '#core/text/parseBodyName'
import type { Cut } from '#core/text/textCuts'

const narrowest = 15
const widest = 60
const leastLines = 8
const goesOnAfter = /[\p{Script=Han}\w,\uff0c、“‘(\uff08《〈%％]$/u
const goesOnWith = /^[\p{Script=Han}\w,\uff0c、。;\uff1b:\uff1a!\uff01?\uff1f”’)\uff09》〉“‘(\uff08《〈%％]/u

/**
 * Line breaks within a sentence, to be taken out: in a text that is wrapped at one width throughout, where a full line ends in the
 * middle of a sentence and the next begins neither with an indent nor with a numbering; and where a page ends so. Beyond doubt
 * only: numbers and words of Latin letters are not joined (a blank would be missing), nor headings, nor signatures.
 * @example findBrokenLines(wrappedText, []) // [{ start: 30, end: 31, kind: 'broken-line' }, …]
 */
export function findBrokenLines(text: string, pages: readonly number[]): Cut[] {
  const width = wrapWidth(text)
  const cuts = new Map<number, Cut>()
  if (width !== null) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      const before = lineBefore(text, end)
      if (Math.abs(widthOf(before) - width) <= 2 && goesOn(before, lineAfter(text, end + 1))) cuts.set(end, { start: end, end: end + 1, kind: 'broken-line' })
    }
  }
  for (const page of pages.slice(1)) {
    let start = page
    let end = page
    while (start > 0 && text[start - 1] === '\n') start -= 1
    while (text[end] === '\n') end += 1
    if (start === end || start === 0 || end >= text.length) continue
    const before = lineBefore(text, start)
    const after = lineAfter(text, end)
    if (before.length >= narrowest && /[,\uff0c。;\uff1b、]/.test(before) && /[,\uff0c。;\uff1b、]/.test(after) && goesOn(before, after)) cuts.set(start, { start, end, kind: 'broken-line' })
  }
  return [...cuts.values()].sort((a, b) => a.start - b.start)
}

function goesOn(before: string, after: string): boolean {
  if (!goesOnAfter.test(before) || !goesOnWith.test(after)) return false
  if (/\w$/.test(before) && /^\w/.test(after)) return false
  if (readLineMarker(after) || /^附件/.test(after) || isDayLine(after)) return false
  // A heading may fill its line by chance; only a sentence mark in it tells that it is a paragraph.
  if (readLineMarker(before.trimStart()) && !/[,\uff0c。;\uff1b、:\uff1a]/.test(before.slice(4))) return false
  return !(after.length <= 40 && parseBodyNames(after).length > 0 && !/[,\uff0c。;\uff1b]/.test(after))
}

/** The width at which a text is wrapped, in Chinese characters; null when it is not: few lines, long ones, or widths of every kind. */
function wrapWidth(text: string): number | null {
  const counts = new Array<number>(widest + 1).fill(0)
  let total = 0
  let tooWide = 0
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from)
    const end = found < 0 ? text.length : found
    const width = end - from > 2 * widest ? widest + 1 : Math.round(widthOf(text.slice(from, end)))
    if (width > widest) tooWide += 1
    else if (width > 0) counts[width]! += 1
    if (width > 0) total += 1
    from = end + 1
  }
  if (total < leastLines || tooWide > total / 20) return null
  let seen = tooWide
  let width = widest
  while (width > 0 && seen + counts[width]! <= total / 20) {
    seen += counts[width]!
    width -= 1
  }
  const full = counts.slice(Math.max(0, width - 2), width + 3).reduce((sum, count) => sum + count, 0)
  return width >= narrowest && full >= total * 0.4 ? width : null
}

/** Width in Chinese characters: ASCII counts half. */
function widthOf(line: string): number {
  let width = 0
  for (let i = 0; i < line.length; i += 1) width += line.charCodeAt(i) < 0x80 ? 0.5 : 1
  return width
}

function lineBefore(text: string, end: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 4 * widest), end)
}

function lineAfter(text: string, start: number): string {
  const found = text.indexOf('\n', start)
  return text.slice(start, Math.min(found < 0 ? text.length : found, start + 4 * widest))
}
