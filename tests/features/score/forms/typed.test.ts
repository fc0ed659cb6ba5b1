import { describe, expect, test } from 'vitest'
import { typedDay } from '#features/score/forms/typedDay'
import { typedNumber } from '#features/score/forms/typedNumber'

describe('typedNumber', () => {
  test.each([
    ['2.5', 2.5], ['２。５', 2.5], ['3。8%', 3.8], ['7,649', 7649], [' 12 ', 12], ['0', 0], ['-1', -1], ['.5', 0.5],
  ])('reads %s', (text, value) => {
    expect(typedNumber(text)).toBe(value)
  })

  test.each(['', '  ', 'abc', '1.2.3', '1e5', '%', '1234567890.1234567'])('finds no number in "%s"', (text) => {
    expect(typedNumber(text)).toBeNull()
  })
})

describe('typedDay', () => {
  test.each(['2024-1-29', '2024.1.29', '2024/01/29', '2024年1月29日', '20240129', '２０２４－０１－２９', ' 2024 年 1 月 29 日 '])('reads %s', (text) => {
    expect(typedDay(text)).toBe('2024-01-29')
  })

  test.each(['', '2024-02-30', '2024-1', '29.1.2024', '2024年', 'x'])('finds no day in "%s"', (text) => {
    expect(typedDay(text)).toBeNull()
  })
})
