import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { rollUpUnit, type UnitMarks } from '#core/aggregation/rollUpUnits'
import type { ItemId } from '#core/ids'
import { comparePoints, equalPoints, multiplyPoints, pointsOf } from '#core/points'
import type { Rubric } from '#core/rubric/rubric'
import type { ItemState } from '#core/scoring/itemState'

const county = { kind: 'government', level: 'county' } as const
const sizes = [3, 2, 5, 4, 1, 5]

function rubricOf(order: readonly number[], factor = 1): Rubric {
  const items = order.map((index) => anItem(`i${index}`, (sizes[index] as number) * factor))
  const first = items.slice(0, 3)
  const rest = items.slice(3)
  const sum = (some: typeof items) => some.reduce((total, item) => total + item.full, 0)
  return aRubric([aGroup('A', sum(first), first), aGroup('B', sum(rest), rest)])
}

/** Marks as hundredths of the item's full marks, or a state. */
const marks = fc.tuple(...sizes.map(() => fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constantFrom<ItemState>('notApplicable', 'pending', 'notFound'))))

function marksOf(values: readonly (number | ItemState)[], factor = 1): UnitMarks['marks'] {
  return new Map(
    values.map((value, index) => {
      const points = (hundredths: number) => (hundredths * (sizes[index] as number) * factor) / 100
      return [`i${index}` as ItemId, typeof value === 'number' ? { state: 'scored' as const, answer: { kind: 'judge' as const, points: points(value) } } : { state: value, answer: null }]
    }),
  )
}

const straight = [0, 1, 2, 3, 4, 5]

describe('rolling up', () => {
  test('a total lies between nothing and the full points, low end never above the high end', () => {
    fc.assert(fc.property(marks, (values) => {
      const { total, full } = rollUpUnit(rubricOf(straight), county, 2024, marksOf(values))
      if (!total) return
      expect(comparePoints(total.low, pointsOf(0))).toBeGreaterThanOrEqual(0)
      expect(comparePoints(total.low, total.high)).toBeLessThanOrEqual(0)
      expect(comparePoints(total.high, full)).toBeLessThanOrEqual(0)
    }))
  })

  test('the order of items changes nothing', () => {
    fc.assert(fc.property(marks, fc.shuffledSubarray(straight, { minLength: 6, maxLength: 6 }), (values, order) => {
      expect(rollUpUnit(rubricOf(order), county, 2024, marksOf(values)).total).toEqual(rollUpUnit(rubricOf(straight), county, 2024, marksOf(values)).total)
    }))
  })

  test('raising one item never lowers the total', () => {
    fc.assert(fc.property(marks, fc.nat({ max: 5 }), fc.integer({ min: 0, max: 100 }), (values, at, raise) => {
      const before = values[at]
      fc.pre(typeof before === 'number')
      const after = values.map((value, index) => (index === at ? Math.min(100, (before as number) + raise) : value))
      const totalOf = (list: readonly (number | ItemState)[]) => rollUpUnit(rubricOf(straight), county, 2024, marksOf(list)).total
      const [low, high] = [totalOf(values), totalOf(after)]
      expect(low && high && comparePoints(low.low, high.low)).toBeLessThanOrEqual(0)
    }))
  })

  test('scaling every item’s full marks and points scales the total', () => {
    fc.assert(fc.property(marks, fc.constantFrom(2, 10), (values, factor) => {
      const plain = rollUpUnit(rubricOf(straight), county, 2024, marksOf(values)).total
      const scaled = rollUpUnit(rubricOf(straight, factor), county, 2024, marksOf(values, factor)).total
      expect(scaled && scaled.low).toEqual(plain && multiplyPoints(plain.low, pointsOf(factor)))
    }))
  })

  test('N/A is not zero: they agree only where nothing else was lost', () => {
    fc.assert(fc.property(marks, fc.nat({ max: 5 }), (values, at) => {
      const without = values.map((value, index) => (index === at ? ('notApplicable' as const) : value))
      const zero = values.map((value, index) => (index === at ? 0 : value))
      const left = rollUpUnit(rubricOf(straight), county, 2024, marksOf(without))
      const right = rollUpUnit(rubricOf(straight), county, 2024, marksOf(zero))
      if (!left.total || !right.total || left.total.low.numerator === 0n) return
      expect(equalPoints(left.total.low, right.total.low)).toBe(false)
      expect(comparePoints(left.total.low, right.total.low)).toBe(1)
    }))
  })
})
