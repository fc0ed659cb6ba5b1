import { findAlterations } from '#core/evidence/findAlterations'
import type { SamePair } from '#core/sameness/samePassage'
import type { Span } from '#features/collect/reading/reportPieces'

export interface SamePiece extends Span {
  /** Numbers of the stretches that cover it, in the order of the first text. */
  readonly stretches: readonly number[]
  /** Within a shared stretch: this was edited, the other text reads otherwise here. */
  readonly differs: boolean
}

export interface SameLine extends Span {
  readonly pieces: readonly SamePiece[]
}

/** What the two texts read otherwise within their shared stretches, for each of them; white space is no edit. */
export function editedPlaces(texts: readonly [string, string], stretches: SamePair['stretches']): { readonly a: readonly Span[]; readonly b: readonly Span[] } {
  const edited = { a: [] as Span[], b: [] as Span[] }
  for (const { a, b } of stretches) {
    const [one, two] = [texts[0].slice(a.start, a.end), texts[1].slice(b.start, b.end)]
    for (const { kind, before, after } of findAlterations(one, two)) {
      if (kind === 'removed' && one.slice(before.start, before.end).trim() !== '') edited.a.push({ start: a.start + before.start, end: a.start + before.end })
      if (kind === 'added' && two.slice(after.start, after.end).trim() !== '') edited.b.push({ start: b.start + after.start, end: b.start + after.end })
    }
  }
  return edited
}

/** One of the two texts as lines, cut where the shared stretches and the edits in them begin and end; blank lines are left out. */
export function sameLines(text: string, stretches: SamePair['stretches'], side: 'a' | 'b', edited: readonly Span[] = []): SameLine[] {
  const places = stretches.map((stretch, number) => ({ ...stretch[side], number })).sort((x, y) => x.start - y.start)
  const lines: SameLine[] = []
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    if (text.slice(start, end).trim() !== '') {
      const here = places.filter((place) => place.start < end && place.end > start)
      const edits = edited.filter((place) => place.start < end && place.end > start)
      const cuts = [...new Set([start, end, ...[...here, ...edits].flatMap((place) => [Math.max(start, place.start), Math.min(end, place.end)])])].sort((x, y) => x - y)
      const pieces = cuts.slice(0, -1).map((from, index) => {
        const to = cuts[index + 1]!
        const covers = (place: Span): boolean => place.start <= from && place.end >= to
        return { start: from, end: to, differs: edits.some(covers), stretches: here.filter(covers).map(({ number }) => number).sort((x, y) => x - y) }
      })
      lines.push({ start, end, pieces })
    }
    start = end + 1
  }
  return lines
}
