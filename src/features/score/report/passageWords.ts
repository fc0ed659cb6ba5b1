import type { Passage } from '#core/evidence/findPassages'
import type { Span } from '#features/score/report/findMatches'

/** A piece of a passage's words in one look. */
export interface PassagePiece {
  readonly text: string
  readonly look: 'plain' | 'cue' | 'negative' | 'gap'
}

/** So much of a passage stands before its first cue where it is shown short. */
const leadIn = 10

/**
 * The words of a passage for a list: from shortly before its first cue where that comes late, with its cues and the words that turn it
 * round set apart. Line breaks are blanks.
 */
export function passageWords(text: string, passage: Pick<Passage, 'start' | 'end' | 'negative'>, cues: readonly Span[], longest: number): PassagePiece[] {
  const within = cues.filter((cue) => cue.start >= passage.start && cue.end <= passage.end)
  const first = within[0]?.start ?? passage.start
  const start = passage.end - passage.start > longest && first - passage.start > longest / 2 ? first - leadIn : passage.start
  const marked = [
    ...passage.negative.map((span) => ({ start: span.start, end: span.end, look: 'negative' as const })),
    ...within.map((span) => ({ ...span, look: 'cue' as const })),
  ].sort((a, b) => a.start - b.start)
  const cut = Math.min(passage.end, start + longest)
  // A word that matters is never cut in two.
  const end = marked.find((span) => span.start < cut && span.end > cut)?.start ?? cut
  const pieces: PassagePiece[] = start > passage.start ? [{ text: '……', look: 'gap' }] : []
  let at = start
  for (const span of marked) {
    if (span.start < at || span.end > end) continue
    if (span.start > at) pieces.push({ text: plain(text, at, span.start), look: 'plain' })
    pieces.push({ text: plain(text, span.start, span.end), look: span.look })
    at = span.end
  }
  if (at < end) pieces.push({ text: plain(text, at, end), look: 'plain' })
  if (end < passage.end) pieces.push({ text: '……', look: 'gap' })
  return pieces
}

function plain(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(/\s+/g, ' ')
}
