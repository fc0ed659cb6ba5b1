import { matchForm } from '#core/text/matchForm'

/** A stretch of the cleaned text, UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where any of the words stands in a text in match form, in its order; overlapping hits are one. Blank words find nothing. */
export function findMatches(folded: string, words: readonly string[]): Span[] {
  const spans: Span[] = []
  for (const word of new Set(words.map((candidate) => matchForm(candidate.trim())))) {
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
