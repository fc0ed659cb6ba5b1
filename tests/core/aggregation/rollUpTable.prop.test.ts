import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makePointTable, type TableItem } from '#core/aggregation/pointTable'
import { rollUpTable } from '#core/aggregation/rollUpTable'
import { addPoints, comparePoints, dividePoints, makePoints, multiplyPoints, pointsOf, roundPoints, zeroPoints, type Points } from '#core/points'

// An oracle in plain fractions, written from METHOD §5.4 and §6A.11–16 apart from the engine's loops.

type Cell = Points | 'open' | 'notApplicable' | { readonly between: readonly [Points, Points] }

interface Given {
  readonly full: Points
  readonly least: Points
  readonly cells: readonly Cell[]
}

function oracle(row: readonly Given[]) {
  let low = zeroPoints
  let high = zeroPoints
  let available = zeroPoints
  for (const { full, least, cells } of row) {
    const apart = cells.filter((cell) => cell === 'notApplicable').length
    if (apart === cells.length) continue
    available = addPoints(available, full)
    const at = (open: Points, end: 0 | 1) =>
      apart > 0 ? open : dividePoints(cells.map((cell) => (typeof cell === 'string' ? open : 'between' in cell ? cell.between[end] : cell)).reduce(addPoints, zeroPoints), pointsOf(cells.length))
    low = addPoints(low, at(least, 0))
    high = addPoints(high, at(full, 1))
  }
  return { low, high, available }
}

function tableOf(rows: readonly (readonly Given[])[], assessors: number) {
  return makePointTable(
    rows.map((row) =>
      row.map(({ full, least, cells }): TableItem => ({
        full,
        least,
        scores: cells.map((cell) =>
          typeof cell !== 'string' && 'between' in cell ? { points: null, range: { low: cell.between[0], high: cell.between[1] } } : typeof cell !== 'string' ? { points: cell, range: { low: cell, high: cell } } : { points: null, range: cell === 'open' ? { low: least, high: full } : null },
        ),
      })),
    ),
    assessors,
  )
}

const smallFraction = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 })).map(([n, d]) => makePoints(BigInt(Math.min(n, d)), BigInt(d)))
const wildFraction = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 9n }), fc.bigInt({ min: 1n, max: 10n ** 9n })).map(([n, d]) => (n < d ? makePoints(n, d) : makePoints(1n, 1n)))

function rowsOf(fraction: fc.Arbitrary<Points>) {
  return fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 })).chain(([assessors, items]) => {
    const item = fc.record({
      full: fc.integer({ min: 1, max: 9 }).map((value) => pointsOf(value)),
      rate: fraction,
      cells: fc.array(fc.oneof({ weight: 5, arbitrary: fraction }, fc.tuple(fraction, fraction).map(([a, b]): Cell => ({ between: comparePoints(a, b) <= 0 ? [a, b] : [b, a] })), fc.constant<Cell>('open'), fc.constant<Cell>('notApplicable')), { minLength: assessors, maxLength: assessors }),
    }).map(({ full, rate, cells }): Given => ({
      full,
      least: multiplyPoints(full, makePoints(rate.numerator, rate.denominator * 4n)),
      cells: cells.map((cell) => (typeof cell === 'string' ? cell : 'between' in cell ? { between: [multiplyPoints(full, cell.between[0]), multiplyPoints(full, cell.between[1])] as const } : multiplyPoints(full, cell))),
    }))
    return fc.record({ assessors: fc.constant(assessors), rows: fc.array(fc.array(item, { minLength: items, maxLength: items }), { minLength: 1, maxLength: 4 }) })
  })
}

describe.each([['integer lane', rowsOf(smallFraction)], ['exact lane', rowsOf(wildFraction)]] as const)('%s', (_, given) => {
  test('earned, available and rounded totals equal the oracle’s', () => {
    fc.assert(fc.property(given, fc.integer({ min: 0, max: 4 }), ({ assessors, rows }, decimals) => {
      const items = rows[0]?.length ?? 0
      const split = Math.floor(items / 2)
      const sums = rollUpTable(tableOf(rows, assessors), [{ from: 0, to: items }, { from: 0, to: split }, { from: split, to: items }])
      const rounded = sums.roundedTotals(100, decimals)
      rows.forEach((row, unit) => {
        const parts = [row, row.slice(0, split), row.slice(split)].map(oracle)
        expect(parts.map((_part, at) => ({ ...sums.earned(unit, at), available: sums.available(unit, at) })).map(({ low, high, available }) => ({ low, high, available }))).toEqual(parts)
        const whole = parts[0] as ReturnType<typeof oracle>
        const total = (earned: Points) =>
          whole.available.numerator === 0n ? null : Number(roundPoints(multiplyPoints(pointsOf(100), dividePoints(earned, whole.available)), decimals))
        expect([rounded.low[unit], rounded.high[unit]]).toEqual([total(whole.low), total(whole.high)])
        expect(comparePoints(whole.low, whole.high)).toBeLessThanOrEqual(0)
      })
    }))
  })
})

test('a unit leaves the integer lane when its denominators grow, and only that unit', () => {
  const item = (points: Points): TableItem => ({ full: pointsOf(1), least: zeroPoints, scores: [{ points, range: { low: points, high: points } }] })
  const table = makePointTable([[item(makePoints(1n, 3n))], [item(makePoints(1n, 9_999_991n))]], 1)
  expect([...table.scales]).toEqual([3, 0])
  expect([...table.exact.keys()]).toEqual([1])
})
