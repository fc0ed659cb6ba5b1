import type { Span } from '#features/score/report/findMatches'
import { trimSpan } from '#features/score/report/reportBlocks'

/**
 * The stretch of the cleaned text that a range of the reading page covers. Only elements with `data-start` count (their text is
 * the report's, from that offset on); printed numbers and the page's own words do not. White space at the ends is left out.
 * Null when no text of the report is selected.
 */
export function selectionSpan(root: Element, range: Range, text: string): Span | null {
  let start: number | null = null
  let end = 0
  for (const element of root.querySelectorAll<HTMLElement>('[data-start]')) {
    const node = element.firstChild
    if (!node || node.nodeType !== 3 || !range.intersectsNode(node)) continue
    const length = node.nodeValue?.length ?? 0
    const from = node === range.startContainer ? range.startOffset : 0
    const to = node === range.endContainer ? range.endOffset : length
    if (to <= from) continue
    const offset = Number(element.dataset.start)
    start ??= offset + from
    end = offset + to
  }
  if (start === null) return null
  const span = trimSpan(text, { start, end })
  return span.end > span.start ? span : null
}
