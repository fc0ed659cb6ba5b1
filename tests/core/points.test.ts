import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addPoints, comparePoints, dividePoints, equalPoints, formatPercent, formatPoints, makePoints, multiplyPoints, pointsOf, roundPoints, subtractPoints, sumPoints, writeExact, zeroPoints,
} from '#core/points'

describe('traps of METHOD §3 and §11.9', () => {
  test.each([
    [1.005, '1.01'],
    [78.412, '78.41'],
    ['62.9566666666', '62.96'],
    [-1.005, '-1.01'],
    [0.125, '0.13'],
    [-0.004, '0.00'],
  ])('%s is shown as %s', (value, shown) => {
    expect(formatPoints(pointsOf(value), 2)).toBe(shown)
  })

  test('⅓ + ⅓ + ⅓ + 0.005 is 1.005 and shows 1.01', () => {
    const third = makePoints(1n, 3n)
    const sum = sumPoints([third, third, third, pointsOf(0.005)])
    expect(sum).toEqual({ numerator: 201n, denominator: 200n })
    expect(formatPoints(sum, 2)).toBe('1.01')
  })

  test('0.1 + 0.2 + 0.3 equals 0.6 in every order', () => {
    for (const order of [[0.1, 0.2, 0.3], [0.3, 0.2, 0.1], [0.2, 0.3, 0.1]]) {
      expect(equalPoints(sumPoints(order.map(pointsOf)), pointsOf(0.6))).toBe(true)
    }
  })

  test('188.87 of 300 is 62.96 %', () => {
    expect(formatPercent(pointsOf(188.87), pointsOf(300), 2)).toBe('62.96')
    expect(formatPercent(pointsOf(1), zeroPoints, 2)).toBeNull()
  })

  test('no decimals, and numbers below one', () => {
    expect([formatPoints(pointsOf(2.5), 0), formatPoints(pointsOf(0.05), 2), formatPoints(pointsOf(7), 1)]).toEqual(['3', '0.05', '7.0'])
  })
})

describe('reading decimals', () => {
  test('by their shortest notation, also with an exponent', () => {
    expect([pointsOf(1e-7), pointsOf(1e21), pointsOf('0.10')]).toEqual([
      { numerator: 1n, denominator: 10000000n },
      { numerator: 10n ** 21n, denominator: 1n },
      { numerator: 1n, denominator: 10n },
    ])
  })

  test.each([NaN, Infinity, '1,5', '', '.5'])('%s is refused', (value) => {
    expect(() => pointsOf(value)).toThrow('not a decimal')
  })

  test('exact notation falls back to a fraction', () => {
    expect([writeExact(pointsOf(2.5)), writeExact(makePoints(5n, 3n)), writeExact(zeroPoints)]).toEqual(['2.5', '5/3', '0'])
  })
})

describe('properties', () => {
  const rational = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n })).map(([n, d]) => makePoints(n, d))

  test('addition and subtraction undo each other, as do multiplication and division', () => {
    fc.assert(fc.property(rational, rational, (a, b) => {
      expect(subtractPoints(addPoints(a, b), b)).toEqual(a)
      if (b.numerator !== 0n) expect(dividePoints(multiplyPoints(a, b), b)).toEqual(a)
    }))
  })

  test('rounding is off by at most half a unit of the last digit, half away from zero, and symmetric', () => {
    fc.assert(fc.property(rational, fc.integer({ min: 0, max: 4 }), (a, decimals) => {
      const rounded = makePoints(roundPoints(a, decimals), 10n ** BigInt(decimals))
      const off = subtractPoints(rounded, a)
      const half = makePoints(1n, 2n * 10n ** BigInt(decimals))
      expect(comparePoints(off, half)).toBeLessThanOrEqual(0)
      expect(comparePoints(off, subtractPoints(zeroPoints, half))).toBeGreaterThanOrEqual(0)
      if (equalPoints(off, half)) expect(a.numerator >= 0n).toBe(true)
      expect(roundPoints(subtractPoints(zeroPoints, a), decimals)).toBe(-roundPoints(a, decimals))
    }))
  })

  test('sums do not depend on the order', () => {
    fc.assert(fc.property(fc.array(rational, { maxLength: 12 }), (values) => {
      expect(sumPoints([...values].reverse())).toEqual(sumPoints(values))
    }))
  })
})
