import { describe, expect, test } from 'vitest'
import { readTypedDay, readTypedYear } from '#features/collect/readTypedDay'

describe('readTypedDay', () => {
  test.each([
    ['2024-01-29', '2024-01-29'],
    ['2024.1.29', '2024-01-29'],
    ['2024/1/9', '2024-01-09'],
    ['2024年1月29日', '2024-01-29'],
    ['20240129', '2024-01-29'],
    [' 2024-01-29 ', '2024-01-29'],
    ['2024。1。29', '2024-01-29'],
    ['\uFF12\uFF10\uFF12\uFF14-01-29', '2024-01-29'],
    ['', null],
    ['2023-02-29', 'not-a-day'],
    ['24-1-1', 'not-a-day'],
    ['待核', 'not-a-day'],
  ])('%s → %s', (typed, day) => {
    expect(readTypedDay(typed)).toBe(day)
  })
})

describe('readTypedYear', () => {
  test.each([
    ['2024', 2024],
    ['\uFF12\uFF10\uFF12\uFF14', 2024],
    ['2024年度', 2024],
    ['', null],
    ['24', 'not-a-year'],
    ['1848', 'not-a-year'],
  ])('%s → %s', (typed, year) => {
    expect(readTypedYear(typed)).toBe(year)
  })
})
