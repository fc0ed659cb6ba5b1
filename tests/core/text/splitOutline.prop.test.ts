import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flattenOutline } from '#core/text/flattenOutline'
import type { OutlineNode } from '#core/text/reportProposal'
import { splitOutline } from '#core/text/splitOutline'

const aReportLike = fc
  .array(
    fc.constantFrom('一、', '二、', '(一)', '\uff08二\uff09', '1.', '2、', '(1)', '一是', '二是', '三是', '做法', '抽查案卷', '。', ';', ',', ':', '\n', '\n', ' ', '\u3000', '望川县人民政府', '2024年1月29日'),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

/** Siblings in order and apart, children inside their parent and deeper, headings inside their node. */
function expectSound(text: string, nodes: readonly OutlineNode[], within: { start: number; end: number; depth: number }): void {
  let from = within.start
  for (const node of nodes) {
    expect(node.start).toBeGreaterThanOrEqual(from)
    expect(node.headingEnd).toBeGreaterThanOrEqual(node.start + node.marker.length)
    expect(node.end).toBeGreaterThanOrEqual(node.headingEnd)
    expect(node.end).toBeLessThanOrEqual(within.end)
    expect(node.depth).toBeGreaterThan(within.depth)
    expect(text.startsWith(node.marker, node.start)).toBe(true)
    expect(text.slice(node.start + node.marker.length, node.headingEnd).trim()).toBe(node.title)
    expectSound(text, node.children, { start: node.headingEnd, end: node.end, depth: node.depth })
    from = node.end
  }
}

describe('splitOutline', () => {
  test.each([
    ['any string', fc.string({ unit: 'binary', maxLength: 200 })],
    ['report-like text', aReportLike],
  ])('%s: nested, within bounds, siblings in order and apart', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        expectSound(text, splitOutline(text), { start: 0, end: text.length, depth: 0 })
      }),
      { numRuns: 1000 },
    )
  })

  test('flattening keeps the reading order', () => {
    fc.assert(
      fc.property(aReportLike, (text) => {
        const starts = flattenOutline(splitOutline(text)).map((node) => node.start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
    )
  })
})
