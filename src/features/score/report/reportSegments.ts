import type { Span } from '#features/score/report/findMatches'
import type { ReportBlock } from '#features/score/report/reportBlocks'

/** What lies over the report: passages attached to the current item, its cue words, the proposed passage one has stepped to, hits of the search. */
export interface ReportMarks {
  /** Numbered from 1 in this order. */
  readonly evidence: readonly Span[]
  readonly cues: readonly Span[]
  readonly passage: Span | null
  readonly hits: readonly Span[]
}

/** A stretch with one look. Indexes point into the lists of `ReportMarks`; null = not under such a mark. */
export interface Segment extends Span {
  readonly runIn: boolean
  readonly evidence: readonly number[]
  readonly cue: number | null
  readonly passage: boolean
  readonly hit: number | null
  /** Passages that end here: their numbers are printed after it. */
  readonly endings: readonly number[]
}

export interface SegmentedBlock extends ReportBlock {
  readonly segments: readonly Segment[]
}

/**
 * Cuts each block wherever a mark begins or ends, so that every segment can be one span of plain text. Marks may overlap and run
 * over several blocks. The segments of a block, put together, are its text again.
 */
export function segmentBlocks(blocks: readonly ReportBlock[], marks: ReportMarks): SegmentedBlock[] {
  return blocks.map((block) => {
    const evidence = numbered(marks.evidence, block)
    const cues = numbered(marks.cues, block)
    const hits = numbered(marks.hits, block)
    const passage = numbered(marks.passage ? [marks.passage] : [], block)
    const cuts = new Set([block.start, block.end])
    for (const span of [...evidence, ...cues, ...hits, ...passage, ...block.runIns]) {
      if (span.start > block.start) cuts.add(span.start)
      if (span.end < block.end) cuts.add(span.end)
    }
    const order = [...cuts].sort((a, b) => a - b)
    const last = marks.evidence.map((span) => lastBlockOf(blocks, span))
    const segments: Segment[] = []
    for (let index = 0; index + 1 < order.length; index += 1) {
      const start = order[index] as number
      const end = order[index + 1] as number
      const covers = (span: Span): boolean => span.start <= start && span.end >= end
      const over = evidence.filter(covers).map((span) => span.index)
      const endings = evidence
        .filter((span) => covers(span) && last[span.index] === block.start && Math.min(span.end, block.end) === end)
        .map((span) => span.index)
      segments.push({
        start,
        end,
        runIn: block.runIns.some(covers),
        evidence: over,
        cue: cues.find(covers)?.index ?? null,
        passage: passage.some(covers),
        hit: hits.find(covers)?.index ?? null,
        endings,
      })
    }
    return { ...block, segments }
  })
}

function numbered(spans: readonly Span[], block: Span): (Span & { readonly index: number })[] {
  return spans.map((span, index) => ({ start: span.start, end: span.end, index })).filter((span) => span.start < block.end && span.end > block.start)
}

/** Start of the last block that a span touches: where its number is printed. */
function lastBlockOf(blocks: readonly Span[], span: Span): number | null {
  return blocks.findLast((block) => block.start < span.end && block.end > span.start)?.start ?? null
}
