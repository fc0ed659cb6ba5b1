import { matchForm } from '#core/text/matchForm'

/** A piece of a line: plain, or a place where a phrase stands. Offsets in the text. */
export interface LinePiece {
  readonly start: number
  readonly end: number
  readonly mark: boolean
}

export interface MarkedLine {
  readonly start: number
  readonly heading: boolean
  readonly pieces: readonly LinePiece[]
}

/**
 * The lines of a report, blank ones left out, cut where one of the phrases stands (width and case aside; overlapping places are one).
 * A phrase that runs over a line break is marked in both lines. `headings`: where headings begin and end; one that fills its line makes
 * it a heading, one that runs into a paragraph does not.
 */
export function markLines(text: string, phrases: readonly string[], headings: ReadonlyMap<number, number>): MarkedLine[] {
  const places = placesOf(matchForm(text), phrases.map(matchForm))
  const lines: MarkedLine[] = []
  let next = 0
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    if (text.slice(start, end).trim() !== '') {
      while (next < places.length && places[next]!.end <= start) next += 1
      const headingEnd = headings.get(start)
      lines.push({ start, heading: headingEnd !== undefined && text.slice(headingEnd, end).trim() === '', pieces: piecesOf(start, end, places, next) })
    }
    start = end + 1
  }
  return lines
}

function placesOf(folded: string, phrases: readonly string[]): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (const phrase of phrases) {
    if (phrase === '') continue
    for (let at = folded.indexOf(phrase); at >= 0; at = folded.indexOf(phrase, at + 1)) found.push({ start: at, end: at + phrase.length })
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const joined: { start: number; end: number }[] = []
  for (const place of found) {
    const last = joined.at(-1)
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end)
    else joined.push(place)
  }
  return joined
}

function piecesOf(from: number, to: number, places: readonly { readonly start: number; readonly end: number }[], first: number): LinePiece[] {
  const pieces: LinePiece[] = []
  let at = from
  for (let index = first; index < places.length && places[index]!.start < to; index += 1) {
    const start = Math.max(at, places[index]!.start)
    const end = Math.min(to, places[index]!.end)
    if (end <= start) continue
    if (start > at) pieces.push({ start: at, end: start, mark: false })
    pieces.push({ start, end, mark: true })
    at = end
  }
  if (at < to) pieces.push({ start: at, end: to, mark: false })
  return pieces
}
