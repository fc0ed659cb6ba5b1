import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanPages, cleanText, normalizeNewlines } from '#core/text/cleanText'
import { restoreText } from '#core/text/restoreText'

const pieces = [
  '字号:', '字号\uff1a', '大 中 小', '[大 中 小]', '大', '中', '小', '学', '发布时间:', '发布时间\uff1a', '2024-03-01', '来源:', '扫码使用手机浏览本页内容', '扫一扫',
  '【打印】', '打印', '【关闭】', '上一篇:', '首页 > ', '当前位置:', '责任编辑:', '某某', '(', ')', '】', '浏览次数:', '12', '次', '一、主要做法', '抽查案卷。', '。', ',', ' ', '\u3000',
  '— 3 —', '第3页 共12页', '首页', '政务公开', '相关链接', '版权所有:某某', '\n\n\n',
  '\t', '\n', '\n', '\r\n', '\r', '\u200b', '\ufeff', '甲'.repeat(90),
]
const aRawText = fc.array(fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) }), { maxLength: 40 }).map((list) => list.join(''))

describe('cleanText', () => {
  test('text and residue give back the raw text, residue in order', () => {
    fc.assert(
      fc.property(aRawText, (raw) => {
        const { text, residue } = cleanText(raw)
        expect(restoreText(text, residue)).toBe(normalizeNewlines(raw))
        expect(residue.every((piece, i) => piece.text !== '' && piece.at >= (residue[i - 1]?.at ?? 0) && piece.at <= text.length)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })

  test('cleaning twice takes nothing more', () => {
    fc.assert(
      fc.property(aRawText, (raw) => {
        const { text } = cleanText(raw)
        expect(cleanText(text)).toEqual({ text, residue: [] })
      }),
      { numRuns: 2000 },
    )
  })

  test('of text in pages the places stay in order, inside, and where the raw text says', () => {
    fc.assert(
      fc.property(fc.array(aRawText, { minLength: 1, maxLength: 6 }), (list) => {
        const parts = list.map((part) => `${normalizeNewlines(part)}\n`)
        const starts = parts.map((_, i) => parts.slice(0, i).join('').length)
        const { text, residue, pages } = cleanPages(parts.join(''), starts)
        expect(restoreText(text, residue)).toBe(parts.join(''))
        expect(pages).toHaveLength(starts.length)
        expect(pages[0]).toBe(0)
        expect(pages.every((page, i) => page >= (pages[i - 1] ?? 0) && page <= text.length)).toBe(true)
        // What is left before a page is what is left of the raw text before it.
        const before = (place: number): number => residue.filter(({ at }) => at < place).reduce((sum, piece) => sum + piece.text.length, place)
        expect(pages.every((page, i) => before(page) <= starts[i]!)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('no sentence loses a character: lines of Han text and full stops come through whole', () => {
    const sentence = fc.array(fc.constantFrom('甲', '乙', '大', '中', '小', '号', '打', '印', '时', '间', '来', '源', '首', '页'), { minLength: 8, maxLength: 20 }).map((list) => `${list.join('')}。`)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 6 }), (sentences) => {
        const raw = sentences.join('\n')
        expect(cleanText(raw)).toEqual({ text: raw, residue: [] })
      }),
    )
  })
})
