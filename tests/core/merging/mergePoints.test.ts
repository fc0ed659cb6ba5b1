import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePoints, type MergeRule } from '#core/merging/mergePoints'
import { comparePoints, formatPoints, maxPoints, minPoints, pointsOf, writeExact } from '#core/points'

// METHOD §5.4, §6A.12, 17, 35; vector 12.

function merged(values: readonly number[], rule: MergeRule) {
  const result = mergePoints(values.map((value) => pointsOf(value)), rule)
  return result.kind === 'points' ? [writeExact(result.points), result.n, result.tooFewToTrim] : result.kind
}

describe('mergePoints', () => {
  test('86, 88, 90, 91, 95 → drop 86 and 95 → 269/3 = 89.67', () => {
    expect(merged([90, 95, 86, 91, 88], 'trimmedMean')).toEqual(['269/3', 5, false])
    const result = mergePoints([86, 88, 90, 91, 95].map((value) => pointsOf(value)), 'trimmedMean')
    expect(result.kind === 'points' && formatPoints(result.points, 2)).toBe('89.67')
  })
  test('with n = 4 the trimmed mean is the plain mean, flagged (vector 12)', () => {
    expect(merged([86, 88, 90, 91], 'trimmedMean')).toEqual(['88.75', 4, true])
    expect(merged([86, 88, 90, 91], 'mean')).toEqual(['88.75', 4, false])
  })
  test('one highest and one lowest go, even if tied', () => expect(merged([1, 1, 2, 3, 3], 'trimmedMean')).toEqual(['2', 5, false]))
  test('the median of an even n is the mean of the middle two', () => {
    expect([merged([5, 1, 4, 2], 'median'), merged([5, 1, 2], 'median'), merged([7], 'median')]).toEqual([['3', 4, false], ['2', 3, false], ['7', 1, false]])
  })
  test('consensus: all points equal', () => expect([merged([2, 2, 2], 'consensus'), merged([2, 2.5], 'consensus')]).toEqual([['2', 3, false], 'differ']))
  test('nobody: none, never zero', () => expect(merged([], 'mean')).toBe('none'))

  test('order does not matter; the result lies between least and most; equal values stay', () => {
    const rules: readonly MergeRule[] = ['mean', 'trimmedMean', 'median']
    fc.assert(fc.property(fc.constantFrom(...rules), fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 }), fc.integer(), (rule, values, seed) => {
      const shuffled = [...values].sort((a, b) => ((a * 31 + seed) % 7) - ((b * 31 + seed) % 7))
      expect(merged(shuffled, rule)).toEqual(merged(values, rule))
      const points = values.map((value) => pointsOf(value))
      const result = mergePoints(points, rule)
      const own = result.kind === 'points' ? result.points : pointsOf(-1)
      expect([comparePoints(own, points.reduce(minPoints)) >= 0, comparePoints(own, points.reduce(maxPoints)) <= 0]).toEqual([true, true])
      expect(merged(values.map(() => 3), rule)).toEqual(['3', values.length, rule === 'trimmedMean' && values.length < 5])
    }))
  })
})
