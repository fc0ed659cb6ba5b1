import { expect, test } from 'vitest'
import { readTypedCode } from '#features/collect/units/readTypedCode'

test.each([
  ['', null],
  [' \u3000', null],
  ['445381', '445381'],
  [' ４４５３８１ ', '445381'],
  ['445381000000', '445381'],
  ['4453 81', '445381'],
  ['44538', 'not-a-code'],
  ['4453810', 'not-a-code'],
  ['044538', 'not-a-code'],
  ['罗定市', 'not-a-code'],
])('%j is %j', (typed, code) => {
  expect(readTypedCode(typed)).toBe(code)
})
