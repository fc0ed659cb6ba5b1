import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lengthOfText } from '#core/text/lengthOfText'
import { outlineFaults } from '#core/text/outlineFaults'
import { splitOutline } from '#core/text/splitOutline'
import { statutoryParts } from '#core/text/statutoryParts'

const aReportLike = fc
  .array(
    fc.constantFrom(
      '一、主要做法', '二、存在的问题', '三、第一责任人履职情况', '四、下一步安排', '二、存在的问题和下一步打算', '五、其他', '六、加强组织领导', '(一)执法', '(二)存在的不足', '(三)下一步打算', '1.评查', '一是', '二是',
      '抽查案卷。', '同时还存在一些不足:', '下一步,增加两人。', '县长履行第一责任人职责。', '。', '\n', '\n', '\n', ' ', '\u3000', '望川县人民政府', '2024年1月29日', '\ud840\udc00',
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''))

describe('statutoryParts', () => {
  test('in order, apart but for sentences, within the text, without blanks at their ends, with exact shares', () => {
    fc.assert(
      fc.property(aReportLike, (text) => {
        const parts = statutoryParts(text, splitOutline(text))
        const apart = parts.filter(({ form }) => form !== 'sentences')
        expect(apart.every(({ start }, i) => start >= (apart[i - 1]?.end ?? 0))).toBe(true)
        expect(parts.every(({ start }, i) => start >= (parts[i - 1]?.start ?? 0))).toBe(true)
        for (const { start, end, share } of parts) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trimEnd())
          expect(share).toEqual({ numerator: lengthOfText(text.slice(start, end)), denominator: lengthOfText(text) })
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('faults of the numbering lie at headings, in order', () => {
    fc.assert(
      fc.property(aReportLike, (text) => {
        const faults = outlineFaults(splitOutline(text), text)
        expect(faults.every(({ start, marker }) => text.startsWith(marker, start))).toBe(true)
        expect(faults.map(({ start }) => start)).toEqual(faults.map(({ start }) => start).toSorted((a, b) => a - b))
      }),
    )
  })
})
