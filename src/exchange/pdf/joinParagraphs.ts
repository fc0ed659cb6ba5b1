import type { PdfLine } from '#exchange/pdf/pdfLines'

/**
 * The lines of a page as paragraphs. A line goes on in the next one when it is full (reaches the right edge of the page's text), the next
 * one begins at the left edge, without an indent, is set in the same size and stands at the usual distance. Lines of a title, centred
 * and larger than the text, go together. Headings, the last lines of paragraphs, signatures and tables end where they end. What is
 * doubtful stays apart: cleaning joins broken lines once more, and says so.
 */
export function joinParagraphs(lines: readonly PdfLine[]): string[] {
  const paragraphs: string[] = []
  const edges = edgesOf(lines)
  let open: PdfLine | null = null
  for (const line of lines) {
    if (open && goesOn(open, line, edges)) paragraphs[paragraphs.length - 1] += joint(paragraphs.at(-1) ?? '', line.text) + line.text
    else paragraphs.push(line.text)
    open = line
  }
  return paragraphs
}

interface Edges {
  readonly size: number
  readonly left: number
  readonly right: number
  readonly leading: number
}

/** Of the lines in the size that most characters are set in. */
function edgesOf(lines: readonly PdfLine[]): Edges {
  const characters = new Map<number, number>()
  for (const line of lines) characters.set(rounded(line.size), (characters.get(rounded(line.size)) ?? 0) + line.text.length)
  const size = [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
  const body = lines.filter((line) => rounded(line.size) === size)
  const steps = body.slice(1).map((line, index) => (body[index]?.y ?? 0) - line.y).filter((step) => step > 0)
  return {
    size,
    left: Math.min(...body.map((line) => line.left)),
    right: Math.max(...body.map((line) => line.right)),
    leading: steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? size * 1.5,
  }
}

function goesOn(line: PdfLine, next: PdfLine, edges: Edges): boolean {
  const { left, right, leading } = edges
  const size = line.size
  if (isTitle(line, edges) && isTitle(next, edges)) return Math.abs(next.size - size) < 0.6 && line.y - next.y < size * 2
  const isFull = line.right > right - size * 1.6
  const isFlush = next.left < left + size * 0.8
  return isFull && isFlush && Math.abs(next.size - size) < 0.6 && line.y - next.y < leading * 1.35 && !line.text.includes('\t') && !next.text.includes('\t')
}

/** Centred, and a good deal larger than the text. */
function isTitle(line: PdfLine, { size, left, right }: Edges): boolean {
  return line.size > size * 1.2 && Math.abs((line.left + line.right) / 2 - (left + right) / 2) < line.size
}

/** Latin words are parted by a space where a line ends between them. */
function joint(before: string, after: string): string {
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2
}
