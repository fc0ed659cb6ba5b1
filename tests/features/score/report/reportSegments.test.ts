import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flattenOutline } from '#core/text/flattenOutline'
import { splitOutline } from '#core/text/splitOutline'
import { matchForm } from '#core/text/matchForm'
import { findMatches } from '#features/score/report/findMatches'
import { splitIntoBlocks } from '#features/score/report/reportBlocks'
import { segmentBlocks } from '#features/score/report/reportSegments'

const text = [
  '青川市2024年度法治政府建设情况报告',
  '全市各级各部门认真落实任务。',
  '一、主要举措',
  '(一)规范执法',
  '1.开展案卷评查。抽查案卷三百宗,合格率较高。',
  '二、存在的问题',
  '一是力量不足。个别乡镇人手偏紧。二是文书不细。',
  '',
  '青川市人民政府',
  '2025年1月20日',
].join('\n')

function blocksOf(source: string, title: string | null) {
  return splitIntoBlocks(source, flattenOutline(splitOutline(source)), title)
}

describe('splitIntoBlocks', () => {
  test('tells title, headings, paragraphs and signature apart', () => {
    expect(blocksOf(text, '青川市2024年度法治政府建设情况报告').map((block) => [block.kind, block.depth, text.slice(block.start, block.end).slice(0, 6), block.runIns.map((span) => text.slice(span.start, span.end))])).toEqual([
      ['title', 0, '青川市202', []],
      ['paragraph', 0, '全市各级各部', []],
      ['heading', 1, '一、主要举措', []],
      ['heading', 2, '(一)规范执', []],
      ['paragraph', 0, '1.开展案卷', ['1.开展案卷评查']],
      ['heading', 1, '二、存在的问', []],
      ['paragraph', 0, '一是力量不足', ['一是', '二是']],
      ['signature', 0, '青川市人民政', []],
      ['signature', 0, '2025年1', []],
    ])
  })

  test('a first line that is not the title stays a paragraph, and short last lines without a date are no signature', () => {
    const plain = '全市认真落实任务\n各项工作有序开展\n成效较好'
    expect(blocksOf(plain, '别的题名').map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'paragraph'])
  })
})

describe('segmentBlocks', () => {
  const blocks = blocksOf(text, null)

  test('cuts at every mark; a passage over two paragraphs is numbered once, at its end', () => {
    const start = text.indexOf('抽查')
    const end = text.indexOf('力量不足') + 4
    const cue = text.indexOf('案卷三百')
    const segments = segmentBlocks(blocks, { evidence: [{ start, end }], cues: [{ start: cue, end: cue + 2 }], passage: null, hits: [] })
      .flatMap((block) => block.segments)
      .filter((segment) => segment.evidence.length > 0)
      .map((segment) => [text.slice(segment.start, segment.end), segment.cue, segment.runIn, segment.endings])
    expect(segments).toEqual([
      ['抽查', null, false, []],
      ['案卷', 0, false, []],
      ['三百宗,合格率较高。', null, false, []],
      ['二、存在的问题', null, false, []],
      ['一是', null, true, []],
      ['力量不足', null, false, [0]],
    ])
  })

  test('a passage that ends in the white space between two lines still gets its number', () => {
    const start = text.indexOf('抽查')
    const end = text.indexOf('二、存在')
    const numbered = segmentBlocks(blocks, { evidence: [{ start, end }], cues: [], passage: null, hits: [] }).flatMap((block) => block.segments).filter((segment) => segment.endings.length > 0)
    expect(numbered.map((segment) => text.slice(segment.start, segment.end))).toEqual(['抽查案卷三百宗,合格率较高。'])
  })

  test('whatever lies over it, the segments of a block are its text, each under exactly the marks that cover it', () => {
    const spans = fc.array(fc.tuple(fc.nat(text.length), fc.nat(text.length)).filter(([a, b]) => a !== b).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })), { maxLength: 5 })
    fc.assert(
      fc.property(spans, spans, spans, (evidence, cues, hits) => {
        for (const block of segmentBlocks(blocks, { evidence, cues, passage: null, hits })) {
          expect(block.segments.map((segment) => text.slice(segment.start, segment.end)).join('')).toBe(text.slice(block.start, block.end))
          for (const segment of block.segments) {
            const over = evidence.flatMap((span, index) => (span.start <= segment.start && span.end >= segment.end ? [index] : []))
            expect(segment.evidence).toEqual(over)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  test('every passage that touches text is numbered exactly once', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 60 }), (start, length) => {
        const end = Math.min(text.length, start + length)
        const endings = segmentBlocks(blocks, { evidence: [{ start, end }], cues: [], passage: null, hits: [] }).flatMap((block) => block.segments.flatMap((segment) => segment.endings))
        expect(endings).toEqual(text.slice(start, end).trim() === '' ? [] : [0])
      }),
      { numRuns: 100 },
    )
  })
})

describe('findMatches', () => {
  test('finds in either width and case, joins overlaps, keeps the order of the text', () => {
    const folded = matchForm('行政执法ＡＢＣ,综合行政执法,abc')
    expect(findMatches(folded, ['行政执法', '综合行政', 'abc', ' '])).toEqual([
      { start: 0, end: 4 }, { start: 4, end: 7 }, { start: 8, end: 14 }, { start: 15, end: 18 },
    ])
  })

  test('folding keeps every offset', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => matchForm(raw).length === raw.length))
  })
})
