import type { SamePair } from '#core/sameness/samePassage'
import type { Span } from '#features/collect/reading/reportPieces'

export interface SamePiece extends Span {
  /** Numbers of the stretches that cover it, in the order of the first text. */
  readonly stretches: readonly number[]
}

export interface SameLine extends Span {
  readonly pieces: readonly SamePiece[]
}

/** One of the two texts as lines, cut where the shared stretches begin and end; blank lines are left out. */
export function sameLines(text: string, stretches: SamePair['stretches'], side: 'a' | 'b'): SameLine[] {
  const places = stretches.map((stretch, number) => ({ ...stretch[side], number })).sort((x, y) => x.start - y.start)
  const lines: SameLine[] = []
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    if (text.slice(start, end).trim() !== '') {
      const here = places.filter((place) => place.start < end && place.end > start)
      const cuts = [...new Set([start, end, ...here.flatMap((place) => [Math.max(start, place.start), Math.min(end, place.end)])])].sort((x, y) => x - y)
      const pieces = cuts.slice(0, -1).map((from, index) => {
        const to = cuts[index + 1]!
        return { start: from, end: to, stretches: here.filter((place) => place.start <= from && place.end >= to).map(({ number }) => number).sort((x, y) => x - y) }
      })
      lines.push({ start, end, pieces })
    }
    start = end + 1
  }
  return lines
}
