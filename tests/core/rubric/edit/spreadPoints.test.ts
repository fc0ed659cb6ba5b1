import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../../builders/aRubric'
import { equalPoints, pointsOf, sumPoints } from '#core/points'
import { sharesOf, spreadPoints, sumUpPoints } from '#core/rubric/edit/spreadPoints'
import { freshId } from '#core/rubric/edit/freshId'

describe('spreadPoints', () => {
  test.each([
    [10, [1, 1, 1, 1], [2.5, 2.5, 2.5, 2.5]],
    [10, [1, 1, 1], [3.33, 3.33, 3.34]],
    [20, [1, 1, 1], [6.67, 6.67, 6.66]],
    [6, [1, 1, 1], [2, 2, 2]],
    [12, [9, 3, 2], [7.71, 2.57, 1.72]],
    [0.05, [1, 1, 1, 1, 1, 1, 1, 1, 1], [0.006, 0.006, 0.006, 0.006, 0.006, 0.006, 0.006, 0.006, 0.002]],
    [10, [0, 0], [5, 5]],
    [10, [0, 5], [0, 10]],
  ])('%s over %j', (total, weights, shares) => {
    expect(sharesOf(pointsOf(total), weights.map(pointsOf))).toEqual(shares)
  })

  test('the shares add up exactly, whatever the total and the ratio', () => {
    const decimal = fc.integer({ min: 1, max: 100_000 }).map((thousandths) => thousandths / 1000)
    fc.assert(fc.property(decimal, fc.array(decimal, { minLength: 1, maxLength: 40 }), (total, weights) => {
      const shares = sharesOf(pointsOf(total), weights.map(pointsOf))
      expect(equalPoints(sumPoints(shares.map(pointsOf)), pointsOf(total))).toBe(true)
    }))
  })

  test('only the points of the children change; the rubric itself spreads over its dimensions', () => {
    const rubric = aRubric([aGroup('A', 30, [anItem('A1', 1), anItem('A2', 2)]), aGroup('B', 60, [])], { full: 100 })
    expect(spreadPoints(rubric, 'groups[0]', 'proportional')).toEqual({ ...rubric, groups: [aGroup('A', 30, [anItem('A1', 10), anItem('A2', 20)]), aGroup('B', 60, [])] })
    expect(spreadPoints(rubric, '', 'even').groups.map((group) => group.full)).toEqual([50, 50])
    expect(spreadPoints(rubric, 'groups[1]', 'even')).toBe(rubric)
  })

  test('summing up takes the points of the children', () => {
    const rubric = aRubric([aGroup('A', 1, [anItem('A1', 0.1), anItem('A2', 0.2)])], { full: 5 })
    expect(sumUpPoints(rubric, 'groups[0]').groups[0]?.full).toBe(0.3)
    expect(sumUpPoints(rubric, '').full).toBe(1)
  })
})

test('a fresh id counts on', () => {
  const taken = new Set(['C5', 'C6', 'C-a', 'C-a-2'])
  expect(['C5', 'C-a', 'D', ''].map((like) => freshId(taken, like))).toEqual(['C7', 'C-a-3', 'D-2', 'X1'])
})
