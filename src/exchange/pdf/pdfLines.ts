/** A piece of text as it stands on a page; lengths in points, y upwards. */
export interface PdfPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
}

/** A gap of this share of the type size between two pieces is a space. */
const spaceGap = 0.3
/** A gap this wide is another column or a cell of a table. */
const columnGap = 2.5

/**
 * The pieces of a page as lines: those at one height are one line, from left to right; lines from top to bottom. Wide gaps become tabs.
 * A piece that stands a little higher or lower (a note's number) stays in its line.
 */
export function pdfLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const rows: PdfPiece[][] = []
  // Most pages write top to bottom already; a stable sort by rounded height keeps what stands together together.
  for (const piece of [...pieces].filter(({ text }) => text.trim() !== '').sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && first.y - piece.y < Math.max(first.size, piece.size) * 0.5) row.push(piece)
    else rows.push([piece])
  }
  return rows.map(lineOf)
}

function lineOf(row: readonly PdfPiece[]): PdfLine {
  const sorted = [...row].sort((a, b) => a.x - b.x)
  const size = Math.max(...sorted.map((piece) => piece.size))
  let text = ''
  let end = Number.POSITIVE_INFINITY
  for (const piece of sorted) {
    const gap = piece.x - end
    if (gap > size * columnGap) text += '\t'
    else if (gap > size * spaceGap && needsSpace(text, piece.text)) text += ' '
    text += piece.text
    end = piece.x + piece.width
  }
  const left = sorted[0]!.x
  const right = Math.max(...sorted.map((piece) => piece.x + piece.width))
  return { text: text.trim().replace(letterSpace, ''), left, right, y: sorted[0]!.y, size }
}

/** Between Chinese characters a gap is justification, not a space. */
function needsSpace(before: string, after: string): boolean {
  return !(han.test(before.at(-1) ?? '') && han.test(after[0] ?? ''))
}

const han = /[\u2e80-\u9fff\u3000-\u303f\uf900-\ufaff\uff00-\uffef]/

/** A single blank between Chinese characters: justified lines are set so. */
const letterSpace = /(?<=[\u2e80-\u9fff\uf900-\ufaff]) (?=[\u2e80-\u9fff\uf900-\ufaff])/g
