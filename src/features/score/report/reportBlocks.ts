import type { OutlineNode } from '#core/text/reportProposal'
import type { Span } from '#features/score/report/findMatches'

/** A line of the cleaned text as the reading page sets it. Run-in headings (一是…。) are parts of a paragraph. */
export interface ReportBlock extends Span {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'signature'
  /** 1–4 for headings, 0 otherwise. */
  readonly depth: number
  /** Stretches of the line that are headings run into the paragraph. */
  readonly runIns: readonly Span[]
}

const signatureLimit = 40
const longestHeading = 60
const longestRunIn = 40
const signatureLines = 6
/** 。！？； and their narrow forms: a line that ends like this is a sentence, not a signature. */
const sentenceEnd = /[。！？；;!?]$/

/**
 * The lines of the cleaned text, blank ones left out, told apart by the outline: the title where it stands first, headings that
 * fill their line, the signature at the end (short lines, one of them a date), paragraphs. `nodes` is the flat outline.
 */
export function splitIntoBlocks(text: string, nodes: readonly OutlineNode[], title: string | null): ReportBlock[] {
  const lines = linesOf(text)
  const signatures = signatureFrom(text, lines, nodes)
  return lines.map((line, index) => {
    const inLine = nodes.filter((node) => node.start >= line.start && node.start < line.end)
    if (index === 0 && title !== null && inLine.length === 0 && squeeze(text.slice(line.start, line.end)) === squeeze(title)) {
      return { ...line, kind: 'title', depth: 0, runIns: [] }
    }
    const first = inLine[0]
    const fills = first !== undefined && first.start === line.start && text.slice(first.headingEnd, line.end).trim() === ''
    if (fills && first.depth < 4 && line.end - line.start <= longestHeading) return { ...line, kind: 'heading', depth: first.depth, runIns: [] }
    if (index >= signatures) return { ...line, kind: 'signature', depth: 0, runIns: [] }
    return { ...line, kind: 'paragraph', depth: 0, runIns: inLine.map(runInOf) }
  })
}

/** A short heading is set off whole; of 一是 and of headings that are really sentences only the number. */
function runInOf(node: OutlineNode): Span {
  const short = node.depth < 4 && node.headingEnd - node.start <= longestRunIn
  return { start: node.start, end: short ? node.headingEnd : node.start + node.marker.length }
}

function linesOf(text: string): Span[] {
  const lines: Span[] = []
  let start = 0
  while (start <= text.length) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    if (text.slice(start, end).trim() !== '') lines.push(trimSpan(text, { start, end }))
    start = end + 1
  }
  return lines
}

/** Index of the first signature line; the number of lines when there is none. */
function signatureFrom(text: string, lines: readonly Span[], nodes: readonly OutlineNode[]): number {
  let first = lines.length
  for (let index = lines.length - 1; index > 0 && lines.length - index <= signatureLines; index -= 1) {
    const line = lines[index] as Span
    const words = text.slice(line.start, line.end)
    if (words.length > signatureLimit || sentenceEnd.test(words) || nodes.some((node) => node.start >= line.start && node.start < line.end)) break
    first = index
  }
  const signed = lines.slice(first).some((line) => /[年月日]|\d{4}/.test(text.slice(line.start, line.end)))
  return signed ? first : lines.length
}

/** The span without white space at its ends; an all-blank span shrinks to nothing at its start. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text[start] ?? '')) start += 1
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1
  return { start, end }
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '')
}
