import { expect, test } from 'vitest'
import { isCueOfYear, parseCue } from '#core/search/parseCue'

test.each([
  ['述法', { words: ['述法'], from: null, to: null }],
  ['述法|述职评议', { words: ['述法', '述职评议'], from: null, to: null }],
  [' 述法 ｜ 述职 | 述法 ', { words: ['述法', '述职'], from: null, to: null }],
  ['实施纲要@2021-2025', { words: ['实施纲要'], from: 2021, to: 2025 }],
  ['实施纲要|法治纲要＠2021—2025', { words: ['实施纲要', '法治纲要'], from: 2021, to: 2025 }],
  ['述法@2021-', { words: ['述法'], from: 2021, to: null }],
  ['述法@-2020', { words: ['述法'], from: null, to: 2020 }],
  ['述法@2023', { words: ['述法'], from: 2023, to: 2023 }],
  ['邮箱@政府', { words: ['邮箱@政府'], from: null, to: null }],
  ['（2021—2025年）', { words: ['（2021—2025年）'], from: null, to: null }],
  ['述法@', { words: ['述法@'], from: null, to: null }],
  ['|', { words: [], from: null, to: null }],
  ['@2023', { words: [], from: 2023, to: 2023 }],
  ['', { words: [], from: null, to: null }],
])('reads %j', (written, cue) => {
  expect(parseCue(written)).toEqual(cue)
})

test('a year is within its range, both ends included', () => {
  const of = (written: string) => [2020, 2021, 2023, 2025, 2026].filter((year) => isCueOfYear(parseCue(written), year))
  expect({ range: of('甲@2021-2025'), from: of('甲@2023-'), to: of('甲@-2021'), one: of('甲@2023'), any: of('甲'), none: of('甲@2025-2021') }).toEqual({
    range: [2021, 2023, 2025], from: [2023, 2025, 2026], to: [2020, 2021], one: [2023], any: [2020, 2021, 2023, 2025, 2026], none: [],
  })
})
