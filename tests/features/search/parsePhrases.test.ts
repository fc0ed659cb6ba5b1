import { describe, expect, test } from 'vitest'
import { longestPhrase, mostPhrases, parsePhrases } from '#features/search/parsePhrases'

describe('parsePhrases', () => {
  test.each([
    ['', []],
    ['  　', []],
    ['复', ['复']],
    ['行政复议 应诉', ['行政复议', '应诉']],
    ['行政复议　应诉', ['行政复议', '应诉']],
    ['"出庭 应诉" 负责人', ['出庭 应诉', '负责人']],
    ['＂出庭 应诉＂', ['出庭 应诉']],
    ['负责人"出庭 应诉"', ['负责人', '出庭 应诉']],
    ['"出庭 应', ['出庭 应']],
    ['""', []],
    ['“放管服”改革', ['“放管服”改革']],
    ['App ＡＰＰ app', ['App']],
  ])('%j is %j', (typed, phrases) => {
    expect(parsePhrases(typed)).toEqual(phrases)
  })

  test('no more and no longer phrases than a question has', () => {
    const phrases = parsePhrases([...'甲乙丙丁戊己庚辛'].map((word) => word.repeat(longestPhrase + 5)).join(' '))
    expect(phrases).toEqual([...'甲乙丙丁戊己庚辛'].slice(0, mostPhrases).map((word) => word.repeat(longestPhrase)))
  })
})
