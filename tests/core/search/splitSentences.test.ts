import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitSentences } from '#core/search/splitSentences'

function piecesOf(text: string): [string, number][] {
  return splitSentences(text).map(({ start, end, line }) => [text.slice(start, end), line])
}

test('ends at full stops, semicolons, exclamations, questions and lines', () => {
  expect(piecesOf('甲。乙;丙；丁!戊?己\n\n  庚  ')).toEqual([['甲。', 0], ['乙;', 0], ['丙；', 0], ['丁!', 0], ['戊?', 0], ['己', 0], ['庚', 2]])
})

test('what closes after the mark belongs to the sentence', () => {
  expect(piecesOf('他说“好。”再说(完。)……。。末')).toEqual([['他说“好。”', 0], ['再说(完。)', 0], ['……。。', 0], ['末', 0]])
})

test('no sentence is empty, none overlap, and nothing but blanks lies between them', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('甲', '乙', '。', ';', '”', '\n', ' ', '\u3000', '?'), maxLength: 60 }), (text) => {
      let at = 0
      for (const { start, end } of splitSentences(text)) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end))
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
  )
})
