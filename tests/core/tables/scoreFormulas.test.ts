import { describe, expect, test } from 'vitest'
import { makePoints, pointsOf } from '#core/points'
import { formulaRounded, placesOf, roundedNumber } from '#core/tables/scoreFormulas'

describe('formulaRounded', () => {
  test('nine inner digits take the binary noise away', () => {
    expect(formulaRounded('A1', pointsOf('1.005'), 2)).toBe('ROUND(ROUND(A1,9),2)')
  })

  test('more inner digits where rounding twice would lift a value over the edge', () => {
    const under = pointsOf('1.0049999999')
    expect([roundedNumber(under, 2), formulaRounded('A1', under, 2)]).toEqual([1, 'ROUND(ROUND(A1,10),2)'])
    expect(formulaRounded('A1', pointsOf('1.00499999999'), 2)).toBe('ROUND(ROUND(A1,11),2)')
  })
})

describe('placesOf', () => {
  const totals = ['90', '88.5', '88.50', '80'].map((text) => pointsOf(text))

  test('90, 88.5, 88.5, 80: 1, 2, 2, 4 in competition and 1, 2, 2, 3 dense', () => {
    expect([placesOf(totals, 'competition'), placesOf(totals, 'dense')]).toEqual([[1, 2, 2, 4], [1, 2, 2, 3]])
  })

  test('the number in a cell is the rounded value, half up', () => {
    expect([makePoints(2n, 3n), pointsOf('1.005'), pointsOf('-2.345')].map((value) => roundedNumber(value, 2))).toEqual([0.67, 1.01, -2.35])
  })
})
