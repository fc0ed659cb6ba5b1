/** A stretch of the cleaned text, UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Width and case folded unit for unit, so that offsets in the folded text are offsets in the text: the reports mix ， and ,. */
export function foldText(text: string): string {
  let folded = ''
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code >= 0xff01 && code <= 0xff5e) folded += String.fromCharCode(code - 0xfee0).toLowerCase()
    else if (code === 0x3000) folded += ' '
    else if (code >= 0x41 && code <= 0x5a) folded += String.fromCharCode(code + 32)
    else folded += text[at] ?? ''
  }
  return folded
}

/** Where any of the words stands, in the order of the text; overlapping hits are one. Blank words find nothing. */
export function findMatches(folded: string, words: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const word of new Set(words.map((candidate) => foldText(candidate.trim())))) {
    if (word === '') continue
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) spans.push({ start: at, end: at + word.length })
  }
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.start < last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined
}
