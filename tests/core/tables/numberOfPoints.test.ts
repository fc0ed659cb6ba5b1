import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePoints, pointsOf } from '#core/points'
import { numberOfPoints } from '#core/tables/numberOfPoints'

describe('numberOfPoints', () => {
  test('decimals come out as they were written', () => {
    expect(['1.005', '-0.3', '0', '62.95', '100', '0.000001'].map((text) => numberOfPoints(pointsOf(text)))).toEqual([1.005, -0.3, 0, 62.95, 100, 0.000001])
  })

  test('what does not end is the nearest number', () => {
    expect([makePoints(1n, 3n), makePoints(-2n, 3n), makePoints(5n, 7n), makePoints(1000n, 7n)].map(numberOfPoints)).toEqual([1 / 3, -2 / 3, 5 / 7, 1000 / 7])
  })

  test('any fraction of safe integers is what the division of the two gives, which is correctly rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (a, b) => {
        expect(numberOfPoints(makePoints(BigInt(a), BigInt(b)))).toBe(a === 0 ? 0 : a / b)
      }),
    )
  })
})
