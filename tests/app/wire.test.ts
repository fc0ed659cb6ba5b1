import { expect, test } from 'vitest'
import { newId } from '../../src/app/wire'

test('an id is 26 characters of Crockford base 32, and no two are alike', () => {
  const ids = Array.from({ length: 1000 }, newId)
  expect(ids.filter((id) => !/^[0-9A-HJKMNP-TV-Z]{26}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(1000)
})
