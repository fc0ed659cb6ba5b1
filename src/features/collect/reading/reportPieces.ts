import type { Residue, ResidueKind } from '#core/records/reportRecord'

/** A stretch of one line of a report, all of one look. */
export type Piece =
  | { readonly kind: 'text'; readonly start: number; readonly text: string; readonly heading: 0 | 1 | 2 | 3 | 4; readonly marked: boolean }
  | { readonly kind: 'residue'; readonly text: string; readonly residue: ResidueKind }

export interface ReportLine {
  /** Offset of the line in the cleaned text. */
  readonly start: number
  readonly pieces: readonly Piece[]
}

export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The cleaned text as lines of pieces, cut where headings and the marked span begin and end, with what cleaning took out put back
 * at its place (leave `residue` empty to hide it). Line ends inside residue are shown as ↵, for they are not the report's lines.
 */
export function layoutReport(
  text: string,
  parts: { readonly headings: readonly (Span & { readonly depth: 1 | 2 | 3 | 4 })[]; readonly residue: readonly Residue[]; readonly mark: Span | null },
): ReportLine[] {
  const lines: ReportLine[] = []
  const residue = [...parts.residue].sort((a, b) => a.at - b.at)
  let next = 0
  for (let start = 0; start <= text.length; ) {
    const lineEnd = text.indexOf('\n', start)
    const end = lineEnd < 0 ? text.length : lineEnd
    const here: Residue[] = []
    for (; next < residue.length && (residue[next] as Residue).at <= end; next += 1) here.push(residue[next] as Residue)
    lines.push({ start, pieces: layoutLine(text, { start, end }, { ...parts, residue: here }) })
    start = end + 1
  }
  return lines
}

function layoutLine(text: string, line: Span, parts: Parameters<typeof layoutReport>[1]): Piece[] {
  const headings = parts.headings.filter((heading) => heading.start < line.end && heading.end > line.start)
  const cuts = new Set([line.start, line.end, ...parts.residue.map((piece) => piece.at), ...headings.flatMap(ends), ...(parts.mark ? ends(parts.mark) : [])])
  const places = [...cuts].filter((place) => place >= line.start && place <= line.end).sort((a, b) => a - b)
  return places.flatMap((start, index) => {
    const taken = parts.residue.filter((piece) => piece.at === start).map((piece): Piece => ({ kind: 'residue', text: showResidue(piece.text), residue: piece.kind }))
    const end = places[index + 1]
    if (end === undefined) return taken
    const heading = headings.find((candidate) => candidate.start <= start && candidate.end >= end)?.depth ?? 0
    const marked = parts.mark !== null && parts.mark.start <= start && parts.mark.end >= end
    return [...taken, { kind: 'text', start, text: text.slice(start, end), heading, marked }]
  })
}

function ends(span: Span): number[] {
  return [span.start, span.end]
}

function showResidue(text: string): string {
  return text.replace(/\r?\n/g, '↵').replace(/[ \t\u00A0\u3000]/g, '␣')
}
