import { describe, expect, test } from 'vitest'
import { matchForm } from '#core/text/matchForm'
import { cueSpans, cueWordsOf } from '#features/score/report/cueSpans'
import { passageWords } from '#features/score/report/passageWords'

describe('cueWordsOf', () => {
  test('each word and synonym once, those for other years left out', () => {
    const cueWords = ['实施纲要|法治纲要@2021-2025', '述法', '责任制|述法', '旧规划@2015']
    expect([cueWordsOf({ cueWords }, 2023), cueWordsOf({ cueWords }, 2015)]).toEqual([['实施纲要', '法治纲要', '述法', '责任制'], ['述法', '责任制', '旧规划']])
  })
})

describe('cueSpans', () => {
  test('in either width; the cue 年月日 stands for any day that is written out', () => {
    const text = '二〇二四年一月二十九日,ＡＢ述法。'
    expect(cueSpans(text, matchForm(text), ['年月日', 'ab', '述法']).map(({ start, end }) => text.slice(start, end))).toEqual(['二〇二四年一月二十九日', 'ＡＢ', '述法'])
  })
})

describe('passageWords', () => {
  const text = '一二三四五六七八九十。组织述法三次,个别单位尚未述法,\n下一年全部完成。'
  const cues = cueSpans(text, matchForm(text), ['述法'])
  const at = text.indexOf('尚未')
  const passage = { start: 0, end: text.length, negative: [{ start: at, end: at + 2, word: '尚未' }] }

  test('cues and what turns a statement round are set apart, line breaks are blanks', () => {
    expect(passageWords(text, passage, cues, 100)).toEqual([
      { text: '一二三四五六七八九十。组织', look: 'plain' },
      { text: '述法', look: 'cue' },
      { text: '三次,个别单位', look: 'plain' },
      { text: '尚未', look: 'negative' },
      { text: '述法', look: 'cue' },
      { text: ', 下一年全部完成。', look: 'plain' },
    ])
  })

  test('a long passage is shown from shortly before its first cue, if that comes late, and cut with a sign', () => {
    expect(passageWords(text, passage, cues, 20)).toEqual([
      { text: '……', look: 'gap' },
      { text: '四五六七八九十。组织', look: 'plain' },
      { text: '述法', look: 'cue' },
      { text: '三次,个别单位', look: 'plain' },
      { text: '……', look: 'gap' },
    ])
  })
})
