import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anItem } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { comparePoints, formatPoints, pointsOf, writeExact, zeroPoints } from '#core/points'
import type { ByRankRule, Rule, ScaleRule, SourcesRule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { leastOfRule } from '#core/scoring/applyRule'
import { scoreByRank } from '#core/scoring/scoreByRank'
import { scoreItem } from '#core/scoring/scoreItem'
import { readExact } from '#core/scoring/scoreReference'

// METHOD §4 R8, R13–R17; §6A.4, 19, 24–27, 36–37; vector 16.

const county = { kind: 'government', level: 'county' } as const

function given(full: number, rule: Rule, answer: Answer | null, state: 'scored' | 'notFound' = 'scored') {
  const result = scoreItem(deepFreeze(anItem('X', full, rule)), county, 2025, state, deepFreeze(answer))
  if (!result.ok) return result.problem.kind
  const { points, formula, range } = result.value
  return points ? `${writeExact(points)} | ${formula}` : `${result.value.state} ${range ? `${writeExact(range.low)}–${writeExact(range.high)}` : ''}`.trim()
}

describe('R8 byRank', () => {
  const rule = (award: ByRankRule['award'], best: ByRankRule['best'] = 'high'): ByRankRule => ({ kind: 'byRank', measure: '', unit: '', best, award })
  const placed = (full: number, one: ByRankRule, values: readonly number[]) =>
    values.map((value) => {
      const result = scoreByRank(one, pointsOf(full), pointsOf(String(value)), values.map((other) => pointsOf(String(other))))
      return result.ok && result.value.kind === 'points' ? `${writeExact(result.value.points)} | ${result.value.formula}` : result
    })
  const only = (list: ReturnType<typeof placed>) => list.map((text) => (typeof text === 'string' ? text.split(' | ')[0] : text))

  test('best 40, unit 30, M = 6 → 4.5', () => expect(placed(6, rule({ kind: 'proportional' }), [40, 30])).toEqual(['6 | 6 × 40 ÷ 40 = 6', '4.5 | 6 × 30 ÷ 40 = 4.5']))
  test('ranks 1–5 → 60, 57, 54, 51, 48; beyond the table 0', () => {
    expect(only(placed(60, rule({ kind: 'table', points: [60, 57, 54, 51, 48] }), [9, 8, 7, 6, 5, 4]))).toEqual(['60', '57', '54', '51', '48', '0'])
  })
  test('so many points for every place behind the first, not below 0', () => {
    expect(placed(2, rule({ kind: 'step', step: 0.75 }), [9, 8, 7, 6])).toEqual([
      '2 | #1 / 4 → 2 − (1 − 1) × 0.75 = 2', '1.25 | #2 / 4 → 2 − (2 − 1) × 0.75 = 1.25', '0.5 | #3 / 4 → 2 − (3 − 1) × 0.75 = 0.5', '0 | #4 / 4 → max(0, 2 − (4 − 1) × 0.75) = 0',
    ])
  })
  test('ties share the better place', () => expect(only(placed(3, rule({ kind: 'table', points: [3, 2, 1] }), [5, 8, 8, 5, 1]))).toEqual(['1', '3', '3', '1', '0']))
  test('low is best: places from below, M × best ÷ value', () => {
    expect(only(placed(3, rule({ kind: 'table', points: [3, 2, 1] }, 'low'), [5, 2, 9]))).toEqual(['2', '3', '1'])
    expect(only(placed(6, rule({ kind: 'proportional' }, 'low'), [4, 2, 8]))).toEqual(['3', '6', '1.5'])
  })
  test('best ≤ 0 → 0; a value below 0 is held at 0', () => {
    expect(only(placed(6, rule({ kind: 'proportional' }), [0, -3]))).toEqual(['0', '0'])
    expect(only(placed(6, rule({ kind: 'proportional' }, 'low'), [0, 3]))).toEqual(['0', '0'])
    expect(only(placed(6, rule({ kind: 'proportional' }), [4, -3]))).toEqual(['6', '0'])
  })
  test('alone a unit has no place yet: scored, and open from 0 to M', () => {
    expect(given(6, rule({ kind: 'proportional' }), { kind: 'byRank', value: 30 })).toBe('scored 0–6')
    expect(given(6, rule({ kind: 'proportional' }), null, 'notFound')).toBe('notFound 0–6')
    expect(given(6, rule({ kind: 'proportional' }), { kind: 'byRank', value: NaN })).toBe('not-a-number')
  })
  test('a better value never brings less, and points lie within [0, M]', () => {
    const awards: readonly ByRankRule['award'][] = [{ kind: 'proportional' }, { kind: 'step', step: 0.7 }, { kind: 'table', points: [5, 5, 3, 0.5] }]
    fc.assert(fc.property(fc.constantFrom(...awards), fc.constantFrom('high' as const, 'low' as const), fc.array(fc.integer({ min: -20, max: 50 }), { minLength: 2, maxLength: 8 }), (award, best, values) => {
      const points = values.map((value) => {
        const result = scoreByRank(rule(award, best), pointsOf(5), pointsOf(value), values.map((other) => pointsOf(other)))
        return result.ok && result.value.kind === 'points' ? result.value.points : null
      })
      values.forEach((value, index) => {
        const own = points[index]!
        expect([comparePoints(own, zeroPoints) >= 0, comparePoints(own, pointsOf(5)) <= 0]).toEqual([true, true])
        values.forEach((other, at) => {
          if (best === 'high' ? value >= other : value <= other) expect(comparePoints(own, points[at]!)).toBeGreaterThanOrEqual(0)
        })
      })
    }))
  })
})

describe('R15 reference', () => {
  const rule: Rule = { kind: 'reference', label: '', full: 100 }
  test('73.69 of 100, M = 3 → 2.211', () => {
    expect(given(3, rule, { kind: 'reference', score: 73.69 })).toBe('2.2107 | 3 × 73.69 ÷ 100 = 2.2107')
    expect(formatPoints(pointsOf('2.2107'), 3)).toBe('2.211')
  })
  test('an exact result of this program stays exact; above full marks M', () => {
    expect(given(3, rule, { kind: 'reference', exact: '200/3', from: 'p' })).toBe('2 | 3 × 200/3 ÷ 100 = 2')
    expect(given(3, rule, { kind: 'reference', score: 104 })).toBe('3 | 3 × min(1, 104 ÷ 100) = 3')
  })
  test('a provisional result passes its range on: pending, between M × low and M × high (§6A.25)', () => {
    const between = (low: string, high: string) => {
      const result = scoreItem(anItem('X', 3, rule), { kind: 'government', level: 'county' }, 2024, 'scored', { kind: 'reference', low, high, from: 'p' })
      if (!result.ok) return result.problem.kind
      const { state, points, range, formula } = result.value
      return [state, points, range && writeExact(range.low), range && writeExact(range.high), formula]
    }
    expect(between('72.1', '753/10')).toEqual(['pending', null, '2.163', '2.259', null])
    expect(between('90', '104')).toEqual(['pending', null, '2.7', '3', null])
    expect([between('75', '74'), between('x', '74')]).toEqual(['not-a-number', 'not-a-number'])
  })
  test('what is no number is refused', () => {
    expect(['1/0', '-1', '1e3', '', '1/2/3', ' 1'].map(readExact)).toEqual([null, null, null, null, null, null])
    expect([given(3, rule, { kind: 'reference', exact: 'x', from: 'p' }), given(3, rule, { kind: 'reference', score: -1 })]).toEqual(['not-a-number', 'not-a-number'])
  })
})

describe('R16 sources', () => {
  const rule: SourcesRule = { kind: 'sources', sources: [{ id: 'in', label: '', weight: 80, full: 100 }, { id: 'out', label: '', weight: 20, full: 100 }] }
  test('77.50 and 82.06 at 80/20 → 78.412, shown 78.41 (vector 16)', () => {
    expect(given(100, rule, { kind: 'sources', scores: { in: 77.5, out: 82.06 } })).toBe('78.412 | 100 × (80 × 77.5 ÷ 100 + 20 × 82.06 ÷ 100) ÷ 100 = 78.412')
    expect(formatPoints(pointsOf('78.412'), 2)).toBe('78.41')
  })
  test('a source that does not apply leaves both sums; without any the item does not apply', () => {
    expect(given(10, rule, { kind: 'sources', scores: { in: 75, out: 'notApplicable' } })).toBe('7.5 | 10 × (80 × 75 ÷ 100) ÷ 80 = 7.5')
    expect(given(10, rule, { kind: 'sources', scores: { in: 'notApplicable', out: 'notApplicable' } })).toBe('notApplicable')
  })
  test('a missing source is no answer, a score above its full marks is refused', () => {
    expect(given(10, rule, { kind: 'sources', scores: { in: 75 } })).toBe('element-missing')
    expect(given(10, rule, { kind: 'sources', scores: { in: 75, out: 101 } })).toBe('out-of-range')
    expect(given(10, rule, { kind: 'sources', scores: { in: 75, out: 1, other: 1 } })).toBe('unknown-choice')
  })
})

describe('R17 scale', () => {
  const five: ScaleRule = { kind: 'scale', steps: [1, 2, 3, 4, 5].map((value) => ({ value, label: '' })) }
  const rated: ScaleRule = { kind: 'scale', steps: [{ value: 1, label: '', rate: 0 }, { value: 2, label: '', rate: 0.6 }, { value: 3, label: '', rate: 1 }] }
  test('M = 5: 5, 4, 不了解, 3 → mean 4 of 5 → 4, n = 3', () => {
    expect(given(5, five, { kind: 'scale', counts: { 5: 1, 4: 1, 3: 1 }, unknown: 1 })).toBe('4 | 5 × (3 + 4 + 5) ÷ 3 ÷ 5 = 4 (n = 3)')
    expect(given(5, five, { kind: 'scale', counts: { 5: 12, 1: 6 }, unknown: 0 })).toBe('11/3 | 5 × (6 × 1 + 12 × 5) ÷ 18 ÷ 5 = 11/3 (n = 18)')
  })
  test('rates, where the steps carry them', () => expect(given(10, rated, { kind: 'scale', counts: { 2: 1, 3: 1 }, unknown: 3 })).toBe('8 | 10 × (0.6 + 1) ÷ 2 = 8 (n = 2)'))
  test('no valid answers → 待核, from the lowest step up', () => {
    expect(given(5, five, { kind: 'scale', counts: {}, unknown: 4 })).toBe('pending 1–5')
    expect(given(10, rated, { kind: 'scale', counts: { 3: 0 }, unknown: 0 })).toBe('pending 0–10')
    expect(given(5, five, null, 'notFound')).toBe('pending 1–5')
  })
  test('a value outside the scale, and part of a person, are refused', () => {
    expect(given(5, five, { kind: 'scale', counts: { 6: 1 }, unknown: 0 })).toBe('unknown-choice')
    expect(given(5, five, { kind: 'scale', counts: { 5: 1.5 }, unknown: 0 })).toBe('not-a-count')
    expect(given(5, five, { kind: 'scale', counts: { 5: 1 }, unknown: -1 })).toBe('not-a-count')
  })
  test('lies between the lowest step and M; one person higher never brings less; 不了解 changes nothing', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 9 }), { minLength: 5, maxLength: 5 }), fc.nat({ max: 3 }), fc.nat({ max: 20 }), (counts, at, unknown) => {
      fc.pre(counts[at]! > 0)
      const score = (list: readonly number[], notKnown: number) => {
        const result = scoreItem(anItem('X', 7, five), county, 2025, 'scored', { kind: 'scale', counts: Object.fromEntries(list.map((count, index) => [String(index + 1), count])), unknown: notKnown })
        return result.ok ? result.value.points! : zeroPoints
      }
      const moved = counts.map((count, index) => count + Number(index === at + 1) - Number(index === at))
      expect(comparePoints(score(moved, unknown), score(counts, unknown))).toBe(1)
      expect(score(counts, 0)).toEqual(score(counts, unknown))
      expect([comparePoints(score(counts, unknown), leastOfRule(five, pointsOf(7))) >= 0, comparePoints(score(counts, unknown), pointsOf(7)) <= 0]).toEqual([true, true])
    }))
  })
})

describe('R13 and R14', () => {
  test('negative: n × d, at most M', () => {
    const rule: Rule = { kind: 'negative', perEvent: 0.5 }
    expect([0, 3, 5].map((events) => given(2, rule, { kind: 'negative', events }))).toEqual(['0 | 0 × 0.5 = 0', '1.5 | 3 × 0.5 = 1.5', '2 | min(2, 5 × 0.5) = 2'])
    expect([given(2, rule, null, 'notFound'), given(2, rule, { kind: 'negative', events: 0.5 })]).toEqual(['0 | 0 × 0.5 = 0', 'not-a-count'])
  })
  test('a veto brings nothing itself', () => {
    const rule: Rule = { kind: 'veto', criterion: '', effect: { kind: 'capTotal', at: 59 } }
    expect([given(0, rule, { kind: 'veto', applies: true }), given(0, rule, { kind: 'veto', applies: false }), given(0, rule, null, 'notFound')]).toEqual(['0 | ≤ 59', '0 | —', '0 | —'])
  })
})
