import { expect, test } from 'vitest'
import { narrowDecimal, readDecimal } from '#ui/readDecimal'

test.each([
  ['2.5', '2.5'],
  ['２．５', '2.5'],
  ['２。５', '2.5'],
  ['2。', '2'],
  ['.5', '0.5'],
  ['007.50', '7.50'],
  ['－1.2', '-1.2'],
  [' 1,234.5 ', '1234.5'],
  ['１２３，４５６', '123456'],
  ['', ''],
  ['\u3000', ''],
])('%j is read as %j', (typed, decimal) => {
  expect(readDecimal(typed)).toBe(decimal)
})

test.each(['-', '.', '。', '2.5.1', '1e3', '五', '2-1', 'NaN', '0x10'])('%j is no decimal', (typed) => {
  expect(readDecimal(typed)).toBeNull()
})

test('narrowing keeps what is still being typed', () => {
  expect(narrowDecimal('２。')).toBe('2.')
})
