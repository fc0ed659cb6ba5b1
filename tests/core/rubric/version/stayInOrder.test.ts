import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stayInOrder } from '#core/rubric/version/stayInOrder'

/** The longest rising run by trying every choice. */
function longestByTrying(numbers: readonly number[]): number {
  let longest = 0
  for (let choice = 0; choice < 2 ** numbers.length; choice += 1) {
    const chosen = numbers.filter((_, index) => (choice >> index) % 2 === 1)
    if (chosen.every((number, index) => index === 0 || number > (chosen[index - 1] as number))) longest = Math.max(longest, chosen.length)
  }
  return longest
}

test('one that moves to the front has moved, the others stay', () => {
  expect([stayInOrder([2, 0, 1]), stayInOrder([0, 2, 1]), stayInOrder([]), stayInOrder([3, 2, 1, 0])]).toEqual([[0, 1], [0, 1], [], [0]])
})

test('what stays rises, is part of the list, and nothing longer does', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.nat({ max: 20 }), { maxLength: 9 }), (numbers) => {
    const staying = stayInOrder(numbers)
    expect(staying).toEqual([...staying].sort((a, b) => a - b))
    expect(numbers.filter((number) => staying.includes(number))).toEqual(staying)
    expect(staying.length).toBe(longestByTrying(numbers))
  }), { numRuns: 200 })
})
