import { isDayLine } from '#core/text/parseChineseDay'
import { isFontSizeLabel, readLeadingResidue, readResidueLine, readTrailingResidue } from '#core/text/residueToken'
import { isSpace } from '#core/text/splitLines'
import type { Cut } from '#core/text/textCuts'

/**
 * What a web page left in a text, line by line: whole lines of residue, fragments glued to a line's ends, spaces at line ends, blank
 * lines before the first and after the last line that stays.
 * @example findWebResidue('标题\n【打印】') // [{ start: 3, end: 7, kind: 'print-close-line' }, …]
 */
export function findWebResidue(text: string): Cut[] {
  const cuts: Cut[] = []
  const lines = text.split('\n')
  let start = 0
  let afterLabel = false
  // Where the text that stays begins and ends, whole lines.
  let first = text.length
  let last = 0
  lines.forEach((line, index) => {
    const lineEnd = start + line.length
    const bare = line.slice(spaceBefore(line), spaceAfter(line))
    const read = bare === '' ? null : readResidueLine(bare)
    const kind = read === 'empty-publication-line' && startsWithDay(lines, index + 1) ? null : read
    if (kind) {
      cuts.push({ start, end: Math.min(lineEnd + 1, text.length), kind })
      if (isFontSizeLabel(bare)) afterLabel = true
    } else if (bare !== '') {
      const { from, to, fragments } = cutEnds(line, { afterLabel })
      const left = fragments.length > 0 && !read ? readResidueLine(line.slice(from, to)) : null
      if (from >= to || left) {
        cuts.push({ start, end: Math.min(lineEnd + 1, text.length), kind: fragments[0]?.kind ?? left ?? 'edge-space' })
      } else {
        for (const cut of fragments) cuts.push({ start: start + cut.start, end: start + cut.end, kind: cut.kind })
        first = Math.min(first, start)
        last = lineEnd
      }
      afterLabel = false
    } else if (lineEnd > start) {
      cuts.push({ start, end: lineEnd, kind: 'edge-space' })
    }
    start = lineEnd + 1
  })
  return [...cutBlanks(cuts, 0, first), ...cuts.filter((cut) => cut.start >= first && cut.start < last), ...cutBlanks(cuts, Math.max(first, last), text.length)]
}

/** The cuts between two places where nothing stays, with what lies between them as blank lines. */
function cutBlanks(cuts: readonly Cut[], from: number, to: number): Cut[] {
  const filled: Cut[] = []
  let at = from
  for (const cut of cuts) {
    if (cut.start < from || cut.start >= to || cut.kind === 'edge-space') continue
    if (cut.start > at) filled.push({ start: at, end: cut.start, kind: 'blank-lines' })
    filled.push(cut)
    at = cut.end
  }
  if (to > at) filled.push({ start: at, end: to, kind: 'blank-lines' })
  return filled
}

/** What stays of a line, and the cuts at its two ends; offsets within the line. */
function cutEnds(line: string, situation: { readonly afterLabel: boolean }): { from: number; to: number; fragments: Cut[] } {
  const leading: Cut[] = []
  let from = 0
  for (;;) {
    const spaces = spaceBefore(line, from)
    const glued = readLeadingResidue(line.slice(spaces, spaces + 100), situation)
    if (!glued) break
    const end = spaceBefore(line, spaces + glued.length)
    leading.push({ start: from, end, kind: glued.kind })
    from = end
  }
  let to = Math.max(from, spaceAfter(line))
  const trailing: Cut[] = to < line.length ? [{ start: to, end: line.length, kind: 'edge-space' }] : []
  for (let glued = readTrailingResidue(line.slice(from, to)); glued; glued = readTrailingResidue(line.slice(from, to))) {
    trailing.unshift({ start: from + glued.from, end: to, kind: glued.kind })
    to = from + glued.from
  }
  return { from, to, fragments: [...leading, ...trailing] }
}

/** Whether the next line that is not blank is a day, perhaps with a time: then a label before it is not empty. */
function startsWithDay(lines: readonly string[], from: number): boolean {
  let next = from
  while (next < lines.length && lines[next]!.trim() === '') next += 1
  return isDayLine(lines[next]?.trim() ?? '')
}

function spaceBefore(line: string, from = 0): number {
  let at = from
  while (at < line.length && isSpace(line.charCodeAt(at))) at += 1
  return at
}

function spaceAfter(line: string): number {
  let at = line.length
  while (at > 0 && isSpace(line.charCodeAt(at - 1))) at -= 1
  return at
}
