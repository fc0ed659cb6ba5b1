import { expect, test } from 'vitest'
import { nextItem } from '#features/score/outline/nextItem'

const ids = ['A1', 'A2', 'B1', 'B2']

test('goes on from here, round in a circle, and never to itself', () => {
  expect(nextItem(ids, 'A2', (id) => id !== 'B1')).toBe('B2')
  expect(nextItem(ids, 'B2', (id) => id === 'A2')).toBe('A2')
  expect(nextItem(ids, 'B2', (id) => id === 'B2')).toBeNull()
  expect(nextItem(ids, null, () => true)).toBe('A1')
  expect(nextItem([], null, () => true)).toBeNull()
})
