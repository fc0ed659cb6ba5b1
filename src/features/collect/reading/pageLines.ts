import type { Span } from '#features/collect/reading/reportPieces'

/** A stretch of one line, all of one look. */
export interface PagePiece extends Span {
  readonly heading: 0 | 1 | 2 | 3 | 4
  /** It is cited for a mark. */
  readonly isCited: boolean
  /** It is what was last asked for. */
  readonly isShown: boolean
  /** The page that begins with this piece, in the midst of its line; null = none does. */
  readonly page: number | null
}

export interface PageLine extends Span {
  readonly pieces: readonly PagePiece[]
  /** Pages that begin with this line, from 1; one that begins in its midst is told of by the piece. */
  readonly pages: readonly number[]
  /** The statutory part the line lies in; `isFirst`: with it the part begins. */
  readonly part: { readonly name: string; readonly isFirst: boolean } | null
  readonly isEdited: boolean
}

export interface PageParts {
  readonly headings: readonly (Span & { readonly depth: 1 | 2 | 3 | 4 })[]
  readonly cited: readonly Span[]
  readonly shown: readonly Span[]
  /** Where each page begins, ascending. */
  readonly pages: readonly number[]
  readonly parts: readonly (Span & { readonly part: string })[]
  readonly edited: readonly Span[]
}

/** The cleaned text as lines, cut where headings, citations and what is shown begin and end. Blank lines are lines without pieces. */
export function layoutPage(text: string, parts: PageParts): PageLine[] {
  const lines: PageLine[] = []
  const begun = new Set<Span>()
  let nextPage = 0
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const pages: number[] = []
    const within = new Map<number, number>()
    // Blank lines are not shown: their page is told of at the next line.
    while (nextPage < parts.pages.length && parts.pages[nextPage]! < end && text.slice(start, end).trim() !== '') {
      const at = parts.pages[nextPage++]!
      if (text.slice(start, Math.max(start, at)).trim() === '') pages.push(nextPage)
      else within.set(at, nextPage)
    }
    const part = parts.parts.findLast((stretch) => stretch.start < end && stretch.end > start) ?? null
    const isFirst = part !== null && !begun.has(part)
    if (part) begun.add(part)
    lines.push({ start, end, pieces: cut({ start, end }, parts, within), pages, part: part && { name: part.part, isFirst }, isEdited: parts.edited.some((place) => place.start <= end && place.end >= start) })
    start = end + 1
  }
  return lines
}

function cut(line: Span, { headings, cited, shown }: PageParts, pages: ReadonlyMap<number, number>): PagePiece[] {
  const touches = (span: Span): boolean => span.start < line.end && span.end > line.start
  const [heads, cites, shows] = [headings.filter(touches), cited.filter(touches), shown.filter(touches)]
  const places = new Set([line.start, line.end, ...pages.keys()])
  for (const { start, end } of [...heads, ...cites, ...shows]) {
    places.add(Math.max(line.start, start))
    places.add(Math.min(line.end, end))
  }
  const order = [...places].sort((a, b) => a - b)
  return order.slice(0, -1).map((start, index) => {
    const end = order[index + 1]!
    const covers = (span: Span): boolean => span.start <= start && span.end >= end
    return { start, end, heading: heads.find(covers)?.depth ?? 0, isCited: cites.some(covers), isShown: shows.some(covers), page: pages.get(start) ?? null }
  })
}
