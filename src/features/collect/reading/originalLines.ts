import type { ReportRecord, ResidueKind } from '#core/records/reportRecord'
import { offsetAfterEdits, textBeforeEdits } from '#core/records/textEdits'

/** A stretch of a line of the original: kept, or taken out by cleaning. */
export type OriginalPiece =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'cut'; readonly text: string; readonly residue: ResidueKind; readonly index: number }

export interface OriginalLine {
  /** Offset in the text as it is now, for showing both side by side. */
  readonly at: number
  readonly pieces: readonly OriginalPiece[]
  /** Number of the piece of residue that took its line end out; null = the line ends here in the cleaned text, too. */
  readonly lineEndCut: number | null
  /** The page that begins with this line, from 1. */
  readonly page: number | null
}

/**
 * The decoded original line by line, with what cleaning took out in its place; null when the recorded edits do not lead to the text (a
 * damaged record). Blank lines are lines, too.
 */
export function originalLines(report: Pick<ReportRecord, 'text' | 'edits' | 'residue' | 'pages'>): OriginalLine[] | null {
  const cleaned = textBeforeEdits(report)
  if (cleaned === null) return null
  const lines: OriginalLine[] = []
  let pieces: OriginalPiece[] = []
  let lineAt = 0
  let nextPage = 0

  function endLine(next: number, lineEndCut: number | null): void {
    let page: number | null = null
    while (nextPage < report.pages.length && report.pages[nextPage]! <= lineAt) page = ++nextPage
    lines.push({ at: offsetAfterEdits(report.edits, lineAt), pieces, lineEndCut, page })
    pieces = []
    lineAt = next
  }
  function addKept(from: number, to: number): void {
    for (let start = from; ; ) {
      const stop = cleaned!.indexOf('\n', start)
      const isEnd = stop < 0 || stop >= to
      const text = cleaned!.slice(start, isEnd ? to : stop)
      if (text !== '') pieces.push({ kind: 'kept', text })
      if (isEnd) return
      endLine(stop + 1, null)
      start = stop + 1
    }
  }

  let from = 0
  report.residue.forEach(({ at, text, kind }, index) => {
    addKept(from, at)
    from = at
    text.split('\n').forEach((part, number) => {
      if (number > 0) endLine(at, index)
      if (part !== '') pieces.push({ kind: 'cut', text: part, residue: kind, index })
    })
  })
  addKept(from, cleaned.length)
  if (pieces.length > 0) endLine(cleaned.length, null)
  return lines
}
