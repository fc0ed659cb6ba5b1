import { readInlineMarkers, readLineMarker, type HeadingMarker } from '#core/text/headingMarker'
import { findSignature } from '#core/text/findSignature'
import type { OutlineNode } from '#core/text/reportProposal'
import { splitLines } from '#core/text/splitLines'

interface Heading {
  readonly depth: OutlineNode['depth']
  readonly start: number
  readonly markerEnd: number
  readonly headingEnd: number
  /** A stretch of depth 4 stays within its paragraph; the others run on to the end of the text. */
  readonly limit: number
}

interface GrowingNode extends OutlineNode {
  readonly children: GrowingNode[]
}

/**
 * The outline of a report by its numbering: 一、 › (一) › 1. › 一是 (or (1)), at any starting depth and with gaps. A section ends
 * where the next of the same or a higher depth begins, 一是 also at the end of its paragraph; blanks at its end are left out.
 * Text before the first heading (title, opening) and the signature belong to no node; a text without headings has none.
 * @example splitOutline('一、成效\n很好。').map((node) => [node.marker, node.title, node.end]) // [['一、', '成效', 8]]
 */
export function splitOutline(text: string): OutlineNode[] {
  const headings = findHeadings(text)
  const ends = headings.map((heading) => heading.limit)
  const nextStart: [number, number, number, number] = [Infinity, Infinity, Infinity, Infinity]
  for (let i = headings.length - 1; i >= 0; i -= 1) {
    const { depth, start, limit } = headings[i]!
    ends[i] = Math.min(limit, ...nextStart.slice(0, depth))
    nextStart[depth - 1] = start
  }
  const roots: GrowingNode[] = []
  const open: GrowingNode[] = []
  headings.forEach((heading, i) => {
    const { depth, start, markerEnd, headingEnd } = heading
    const end = start + text.slice(start, ends[i]).trimEnd().length
    const node: GrowingNode = {
      depth, marker: text.slice(start, markerEnd), title: text.slice(markerEnd, headingEnd).trim(), start, headingEnd, end, children: [],
    }
    while (open.length > 0 && open.at(-1)!.depth >= depth) open.pop()
    const parent = open.at(-1)
    if (parent) parent.children.push(node)
    else roots.push(node)
    open.push(node)
  })
  return roots
}

function findHeadings(text: string): Heading[] {
  const headings: Heading[] = []
  const bodyEnd = findSignature(text)?.start ?? text.length
  for (const line of splitLines(text.slice(0, bodyEnd))) {
    const first = readLineMarker(line.text)
    const markers: HeadingMarker[] = first ? [first, ...readInlineMarkers(line.text).filter((marker) => marker.start >= first.end)] : readInlineMarkers(line.text)
    markers.forEach((marker, i) => {
      const next = markers[i + 1]?.start ?? line.text.length
      headings.push({
        depth: marker.depth,
        start: line.start + marker.start,
        markerEnd: line.start + marker.end,
        headingEnd: line.start + endOfTitle(line.text, marker.end, next),
        limit: marker.depth === 4 ? line.end : bodyEnd,
      })
    })
  }
  return headings
}

const sentenceEnd = /[。;\uff1b!\uff01?\uff1f]/g
const hangingPunctuation = /[\s:\uff1a,\uff0c、]/

function endOfTitle(line: string, from: number, to: number): number {
  sentenceEnd.lastIndex = from
  let end = Math.min(sentenceEnd.exec(line)?.index ?? to, to)
  while (end > from && hangingPunctuation.test(line[end - 1]!)) end -= 1
  return end
}
