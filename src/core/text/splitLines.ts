/** A line of a text with its place; `end` stands before the line break. `text` is the line without the spaces around it. */
export interface TextLine {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The lines of a text in order, line breaks (LF) left out, spaces around a line left out of it and of its offsets.
 * @example splitLines(' 甲\n\n乙') // [{ start: 1, end: 2, text: '甲' }, { start: 3, end: 3, text: '' }, { start: 4, end: 5, text: '乙' }]
 */
export function splitLines(text: string): TextLine[] {
  const lines: TextLine[] = []
  let from = 0
  while (from <= text.length) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    let start = from
    let end = to
    while (start < end && isSpace(text.charCodeAt(start))) start += 1
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
    if (start === end) start = end = from
    lines.push({ start, end, text: text.slice(start, end) })
    from = to + 1
  }
  return lines
}

/** Whether a UTF-16 unit shows nothing: spaces of all widths, controls such as tab, zero-width marks. The line break too. */
export function isSpace(code: number): boolean {
  return (
    (code >= 9 && code <= 13) || code === 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff ||
    (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x2060
  )
}
