import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { contributionsOf } from '#core/aggregation/contributionsOf'
import { layoutBody } from '#core/aggregation/bodyLayout'
import { rollUpScores, rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { Range } from '#core/aggregation/scoreTree'
import { scoreUnit, type ItemMark } from '#core/aggregation/scoreUnit'
import type { ItemId } from '#core/ids'
import { mergeItem } from '#core/merging/mergeItem'
import type { MergeRule } from '#core/merging/mergePoints'
import { mergeTotals, scoreInOwnTotal, type AssessorTotal } from '#core/merging/mergeTotals'
import { comparePoints, equalPoints, maxPoints, minPoints, pointsOf, writeExact } from '#core/points'
import { breakTie } from '#core/ranking/breakTies'
import { compareUnits } from '#core/ranking/compareUnits'
import { bodyOf } from '#core/rubric/bodyOf'
import { scoreItem } from '#core/scoring/scoreItem'

// METHOD §5.4, §6A.12, 13, 17, 35, 40.

const open: Range = { low: pointsOf(0), high: pointsOf(100) }

function total(low: number | string | null, high: number | string | null = low, more: Partial<AssessorTotal> = {}): AssessorTotal {
  return { own: low === null || high === null ? null : { low: pointsOf(low), high: pointsOf(high) }, chair: false, recused: false, ...more }
}

function merge(totals: readonly AssessorTotal[], rule: MergeRule = 'mean', ruled: number | null = null) {
  const { own, n, ruling, tooFewToTrim } = mergeTotals(totals, rule, open, ruled === null ? null : pointsOf(ruled))
  return [own && (equalPoints(own.low, own.high) ? writeExact(own.low) : `${writeExact(own.low)}–${writeExact(own.high)}`), n, ruling, tooFewToTrim]
}

describe('mergeTotals', () => {
  test('by the rule: mean, trimmed mean, median', () => {
    const five = [86, 88, 90, 91, 95].map((value) => total(value))
    expect([merge(five), merge(five, 'trimmedMean'), merge(five, 'median')]).toEqual([['90', 5, null, false], ['269/3', 5, null, false], ['90', 5, null, false]])
    expect(merge(five.slice(0, 4), 'trimmedMean')).toEqual(['88.75', 4, null, true])
  })
  test('a provisional total merges with both ends; one that nobody has begun from minimum to full', () => {
    expect(merge([total(80), total(84, 90)])).toEqual(['82–85', 2, null, false])
    expect(merge([total(80), total(0, 100)])).toEqual(['40–90', 2, null, false])
  })
  test('recusal leaves n; without anybody everything is open', () => {
    expect(merge([total(80), total(20, 20, { recused: true })])).toEqual(['80', 1, null, false])
    expect([merge([]), merge([total(20, 20, { recused: true })])]).toEqual([['0–100', 0, null, false], ['0–100', 0, null, false]])
  })
  test('consensus: all equal; final and different needs a ruling; while one is open nobody can say', () => {
    expect(merge([total(80), total(80)], 'consensus')).toEqual(['80', 2, null, false])
    expect(merge([total(80), total(81)], 'consensus')).toEqual(['0–100', 2, 'no-consensus', false])
    expect(merge([total(80), total(78, 84)], 'consensus')).toEqual(['78–84', 2, null, false])
  })
  test('the chair alone, whatever the others hold', () => {
    expect(merge([total(80), total(70, 75, { chair: true }), total(null)], 'chair')).toEqual(['70–75', 1, null, false])
    expect(merge([total(80)], 'chair')).toEqual(['0–100', 0, null, false])
  })
  test('all N/A gives none; N/A against points needs a ruling', () => {
    expect([merge([total(null), total(null)]), merge([total(null), total(80)])]).toEqual([[null, 0, null, false], ['0–100', 1, 'mixed-states', false]])
  })
  test('a ruling beats any merge and is held within the full points', () => {
    expect([merge([total(70), total(90)], 'mean', 85), merge([total(70)], 'mean', 120)]).toEqual([['85', 1, null, false], ['100', 1, null, false]])
  })
})

describe('properties', () => {
  const rules = fc.constantFrom<MergeRule>('mean', 'trimmedMean', 'median', 'consensus')
  const range = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })).map(([a, b]) => total(Math.min(a, b), Math.max(a, b)))

  test('order does not matter, and the result lies between least and most', () => {
    fc.assert(fc.property(rules, fc.array(range, { minLength: 1, maxLength: 7 }), fc.infiniteStream(fc.nat()), (rule, totals, order) => {
      const shuffled = totals.map((one) => ({ one, key: order.next().value as number })).sort((a, b) => a.key - b.key).map(({ one }) => one)
      expect(merge(shuffled, rule)).toEqual(merge(totals, rule))
      const { own, ruling } = mergeTotals(totals, rule, open)
      if (!own || ruling) return
      const [least, most] = [totals.map((one) => one.own!.low).reduce(minPoints), totals.map((one) => one.own!.high).reduce(maxPoints)]
      expect([comparePoints(least, own.low) <= 0, comparePoints(own.low, own.high) <= 0, comparePoints(own.high, most) <= 0]).toEqual([true, true, true])
    }))
  })
  test('one assessor alone is unchanged; identical totals stay', () => {
    fc.assert(fc.property(rules, range, fc.integer({ min: 1, max: 7 }), (rule, one, n) => {
      expect(mergeTotals(Array.from({ length: n }, () => one), rule, open).own).toEqual(one.own)
    }))
  })
})

// From the assessors' scorecards to the total of the unit.
const county = { kind: 'government', level: 'county' } as const
const rubric = aRubric([aGroup('A', 60, [anItem('a', 60)]), aGroup('B', 40, [anItem('b', 40)])], {
  mergeAt: 'total',
  bonus: { items: [anItem('j', 5)] },
  negative: { items: [anItem('n', 4, { kind: 'negative', perEvent: 1 })] },
})
const judged = (points: number): ItemMark => ({ state: 'scored', answer: { kind: 'judge', points } })
const marks = (given: Record<string, ItemMark>) => new Map(Object.entries(given)) as Map<ItemId, ItemMark>

function settled(given: readonly Record<string, ItemMark>[], after: Record<string, ItemMark>, rule: MergeRule) {
  const own = given.map((one) => total(null, null, { own: rollUpUnit(rubric, county, 2024, marks(one)).own }))
  const nobody = rollUpUnit(rubric, county, 2024, new Map()).own!
  // Items stand for display; what follows the base is merged item by item, here by one person.
  const scores = { ...scoreUnit(layoutBody(rubric, county), 2024, marks({ ...given[0], ...after })), mergedTotal: mergeTotals(own, rule, nobody).own }
  return rollUpScores(rubric, [scores], { decimals: 2, rankOn: 'rounded' })[0]!
}

describe('a unit whose totals are merged', () => {
  const three = [{ a: judged(50), b: judged(30) }, { a: judged(40), b: judged(36) }, { a: judged(55), b: judged(35) }]
  const events = (count: number): ItemMark => ({ state: 'scored', answer: { kind: 'negative', events: count } })

  test('the median is that of the totals, not the sum of the items’ medians; bonus and negative list follow once', () => {
    // Totals 80, 76, 90 → 80. Items: 50 + 35 = 85.
    const tree = settled(three, { j: judged(2), n: events(1) }, 'median')
    expect([tree.mergedAt, writeExact(tree.own!.low), writeExact(tree.base!.low), writeExact(tree.total!.low), tree.settled!.low.bonus, writeExact(tree.settled!.low.negative)]).toEqual(['total', '80', '80', '81', pointsOf(2), '1'])
  })
  test('a provisional scorecard keeps the total a range', () => {
    const tree = settled([{ a: judged(50), b: judged(30) }, { a: judged(40) }], {}, 'mean')
    expect([writeExact(tree.total!.low), writeExact(tree.total!.high)]).toEqual(['60', '80'])
  })
  test('no item has a part in it (§6A.40): no contributions, a gap of base, and no tie-break by dimension', () => {
    const [first, second] = [settled(three, {}, 'mean'), settled(three.slice(1), { n: events(3) }, 'mean')]
    expect([contributionsOf(first), contributionsOf(second)]).toEqual([null, null])
    const gap = compareUnits(first, second)!
    expect([gap.items, writeExact(gap.base), writeExact(gap.negative), writeExact(gap.total)]).toEqual([null, '-1', '3', '2'])
    expect(breakTie([{ kind: 'dimension', id: 'A' }], { decimals: 2, rankOn: 'rounded' }, { tree: first }, { tree: second })).toBe(0)
  })
})

test('in an own total an item in dispute is open for everyone until it is ruled, then as ruled (§6A.12, §6A.31)', () => {
  const item = anItem('a', 60)
  const body = bodyOf(item, county)
  const score = (points: number) => {
    const result = scoreItem(item, county, 2024, 'scored', { kind: 'judge', points })
    if (!result.ok) throw new Error(result.problem.kind)
    return { score: result.value, answer: { kind: 'judge', points } as const, chair: false, recused: false }
  }
  const range = (far: boolean, ruled: number | null) => {
    const entries = [score(50), score(far ? 20 : 45)]
    const ruling = ruled === null ? null : ({ kind: 'points', points: pointsOf(ruled) } as const)
    const merged = mergeItem(body, 'mean', entries, ruling)
    const { low, high } = scoreInOwnTotal(body, entries[0]!.score, merged, ruling).range!
    return [writeExact(low), writeExact(high)]
  }
  expect([range(false, null), range(true, null), range(true, 30)]).toEqual([['50', '50'], ['0', '60'], ['30', '30']])
})
