import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFacts } from '#core/facts/checkFacts'
import { readFacts } from '#core/facts/readFacts'

const aReportLike = fc
  .array(fc.constantFrom('12', '3.4', '1,234', '０', '万', '余', '亿', '件', '次', '%', '个百分点', '共', '其中', '、', ',', '。', '率', '至', '由', '二十', '三', '百分之', '2024年', '3月', '《', '》', '“', '”', '(', ')', '第', '号', '办结案件', '\n', ' ', '/'), { maxLength: 80 })
  .map((pieces) => pieces.join(''))

test.each([
  ['any string', fc.string({ unit: 'binary', maxLength: 200 })],
  ['report-like text', aReportLike],
])('%s: facts lie in the text, in order, apart; values are plain decimals; findings point at facts', (_, arbitrary) => {
  fc.assert(
    fc.property(arbitrary, (text) => {
      let from = 0
      const facts = readFacts(text)
      for (const { start, end, value, upTo, step, counted } of facts) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(text.length)
        expect([value, step, upTo ?? '0'].every((decimal) => /^\d+(?:\.\d+)?$/.test(decimal))).toBe(true)
        if (counted) expect(counted.start >= 0 && counted.end > counted.start && counted.end <= text.length && (counted.end <= start || counted.start >= end)).toBe(true)
        from = end
      }
      for (const { places } of checkFacts(text, facts)) for (const { start, end } of places) expect(0 <= start && start < end && end <= text.length).toBe(true)
    }),
    { numRuns: 1500 },
  )
})
