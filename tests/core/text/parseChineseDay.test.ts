import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCalendarDay } from '#core/calendarDay'
import { findChineseDays, isDayLine, parseChineseDay, readChineseNumber } from '#core/text/parseChineseDay'

describe('parseChineseDay', () => {
  test.each([
    ['2024年1月29日', '2024-01-29'],
    ['2024 年 01 月 29 日', '2024-01-29'],
    ['\uff12\uff10\uff12\uff14年\uff11月\uff12\uff19日', '2024-01-29'],
    ['2024-01-29', '2024-01-29'],
    ['2024/1/29', '2024-01-29'],
    ['2024.1.29', '2024-01-29'],
    ['二〇二四年一月二十九日', '2024-01-29'],
    ['二○二四年元月廿九日', '2024-01-29'],
    ['二零二四年十二月三十一日', '2024-12-31'],
    ['(2024年2月29日)', '2024-02-29'],
    ['\uff082024年3月5号\uff09', '2024-03-05'],
  ])('%s', (text, day) => {
    expect(parseChineseDay(text)).toBe(day)
  })

  test.each(['2024年2月30日', '2023年2月29日', '2024年13月1日', '2024年0月1日', '2024年1月', '2024年', '1024年1月1日', '二〇二四年一月三十二日', '2024-1/29', '12024-01-01', '2024-01-299', '印发于2024年1月29日', ''])(
    'no day: %s',
    (text) => {
      expect(parseChineseDay(text)).toBeNull()
    },
  )

  test('every day of the calendar, in digits and in words', () => {
    const digits = '〇一二三四五六七八九'
    const words = (value: number): string => `${value >= 20 ? digits[Math.floor(value / 10)] : ''}${value >= 10 ? '十' : ''}${value % 10 === 0 ? '' : digits[value % 10]}`
    fc.assert(
      fc.property(fc.integer({ min: 1949, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), (year, month, date) => {
        const day = makeCalendarDay(year, month, date)
        const spelled = `${[...String(year)].map((digit) => digits[Number(digit)]).join('')}年${words(month)}月${words(date)}日`
        expect([parseChineseDay(`${year}年${month}月${date}日`), parseChineseDay(`${year}.${month}.${date}`), parseChineseDay(spelled)]).toEqual([day, day, day])
      }),
    )
  })
})

describe('findChineseDays', () => {
  test('days in a sentence with their places; impossible ones are found as such', () => {
    expect(findChineseDays('自2024年1月29日至2024年2月30日')).toEqual([
      { start: 1, end: 11, day: '2024-01-29' },
      { start: 12, end: 22, day: null },
    ])
  })
})

test('isDayLine: a day alone or with a time, not a sentence', () => {
  expect(['2024-03-01', '2024-03-01 10:20 来源', '2024年3月1日,召开会议', '2024年3月1日 召开会议。', '来源'].map(isDayLine)).toEqual([true, true, false, false, false])
})

test('readChineseNumber', () => {
  expect(['一', '十', '十一', '二十', '九十九', '廿三', '一二', '十十', '', '百'].map(readChineseNumber)).toEqual([1, 10, 11, 20, 99, 23, null, null, null, null])
})
