import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { contributionsOf } from '#core/aggregation/contributionsOf'
import { combineSources } from '#core/aggregation/combineSources'
import { openItems } from '#core/aggregation/itemsOfTree'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { ItemMark } from '#core/aggregation/scoreUnit'
import type { ItemId } from '#core/ids'
import { addPoints, comparePoints, equalPoints, formatPoints, pointsOf, sumPoints, writeExact, type Points } from '#core/points'
import { compareUnits } from '#core/ranking/compareUnits'
import type { Rubric, RubricItem, TotalSources } from '#core/rubric/rubric'

// METHOD §4 R16 "at the level of the total × rubric full", §6A.11, 26, 28; vector 16.

const county = { kind: 'government', level: 'county' } as const
const department = { kind: 'department', level: 'county' } as const
const judged = (points: number): ItemMark => ({ state: 'scored', answer: { kind: 'judge', points } })
const result = (score: number): ItemMark => ({ state: 'scored', answer: { kind: 'reference', score } })
const state = (word: 'pending' | 'notApplicable' | 'notFound'): ItemMark => ({ state: word, answer: null })

function source(id: string, weight: number, full: number, more: Partial<RubricItem> = {}): RubricItem {
  return anItem(id, full, { kind: 'reference', label: id, full }, { weight, ...more })
}

function rubricWith(sources: TotalSources, more: Partial<Rubric> = {}): Rubric {
  return aRubric([aGroup('A', 60, [anItem('a', 60)]), aGroup('B', 40, [anItem('b', 30), anItem('c', 10)])], { totalSources: sources, ...more })
}

function tree(rubric: Rubric, given: Record<string, ItemMark>, unit: typeof county | typeof department = county): ScoreTree {
  return rollUpUnit(rubric, unit, 2024, new Map(Object.entries(given)) as Map<ItemId, ItemMark>)
}

function range(value: { readonly low: Points; readonly high: Points } | null): string {
  if (!value) return 'none'
  return equalPoints(value.low, value.high) ? writeExact(value.low) : `${writeExact(value.low)}–${writeExact(value.high)}`
}

const two = rubricWith({ own: { label: '书面', weight: 80 }, items: [source('S', 20, 100)] })
const three = rubricWith({ own: { label: '书面', weight: 50 }, items: [source('S1', 30, 50), source('S2', 20, 10)] })
const own = { a: judged(50), b: judged(20.5), c: judged(7) }

describe('base total = full × Σ w(s ÷ full) ÷ Σ w', () => {
  test('77.50 and 82.06 at 80/20 → 78.412, shown 78.41 (vector 16)', () => {
    const { base, own: mine, total } = tree(two, { ...own, S: result(82.06) })
    expect([range(mine), range(base), formatPoints(total!.low, 2)]).toEqual(['77.5', '78.412', '78.41'])
  })
  test('written 50, on site 30 of 50, satisfaction 20 of 10, by hand', () => {
    // 50 × 0.775 + 30 × 45 ÷ 50 + 20 × 8.62 ÷ 10 = 38.75 + 27 + 17.24.
    expect(range(tree(three, { ...own, S1: result(45), S2: result(8.62) }).base)).toBe('82.99')
    // 86.2 % on site: 100 × (50 × 0.775 + 30 × 0.862 + 20 × 0.9) ÷ 100.
    expect(range(tree(three, { ...own, S1: result(43.1), S2: result(9) }).base)).toBe('82.61')
  })
  test('weights need not add to 100', () => {
    const uneven = rubricWith({ own: { label: '书面', weight: 2 }, items: [source('S', 1, 100)] })
    expect(range(tree(uneven, { ...own, S: result(80) }).base)).toBe('235/3')
  })
  test('the rubric’s full points are kept: of 300 a 62.5 % stays 187.5', () => {
    const large: Rubric = { ...aRubric([aGroup('A', 300, [anItem('a', 300)])]), totalSources: { own: { label: '书面', weight: 60 }, items: [source('S', 40, 100)] } }
    expect(range(tree(large, { a: judged(187.5), S: result(62.5) }).base)).toBe('187.5')
  })
})

describe('missing is never zero', () => {
  test('a source that nobody has entered, or that is pending, makes the base a range and the unit open', () => {
    const unentered = tree(two, own)
    expect([range(unentered.base), unentered.counts.unscored, openItems(unentered)]).toEqual(['62–82', 1, ['S']])
    const pending = tree(two, { ...own, S: state('pending') })
    expect([range(pending.base), pending.counts.pending, openItems(pending)]).toEqual(['62–82', 1, ['S']])
  })
  test('a provisional outside result passes its range on', () => {
    expect(range(tree(two, { ...own, S: { state: 'scored', answer: { kind: 'reference', low: '70', high: '75', from: 'p' } } }).base)).toBe('76–77')
  })
  test('open own items and an open source together', () => expect(range(tree(two, { a: judged(50) }).base)).toBe('40–92'))
  test('searched and not found is an answer: nothing', () => expect(range(tree(two, { ...own, S: state('notFound') }).base)).toBe('62'))
  test('one that does not apply leaves both sums, for the unit or by the rubric', () => {
    const apart = tree(three, { ...own, S1: state('notApplicable'), S2: result(9) })
    // (50 × 0.775 + 20 × 0.9) ÷ 70.
    expect([range(apart.base), writeExact(apart.notApplicable.share), apart.notApplicable.warn, apart.counts.notApplicable]).toEqual(['1135/14', '0.3', true, 1])
    const byRubric = rubricWith({ own: { label: '书面', weight: 80 }, items: [source('S', 20, 100, { variants: [{ when: { kinds: ['department'] }, label: '部门', applies: false }] })] })
    expect([range(tree(byRubric, own, department).base), openItems(tree(byRubric, own, department)), range(tree(byRubric, own).base)]).toEqual(['77.5', [], '62–82'])
  })
  test('without an own result there is no total, whatever comes from outside (§6A.41)', () => {
    const nothing = tree(two, { a: state('notApplicable'), b: state('notApplicable'), c: state('notApplicable'), S: result(90) })
    expect([range(nothing.own), range(nothing.base), range(nothing.total)]).toEqual(['none', 'none', 'none'])
  })
  test('the N/A method works within the own items first', () => {
    expect(range(tree(two, { a: judged(48), b: judged(24), c: state('notApplicable'), S: result(90) }).base)).toBe('82')
  })
})

describe('what follows', () => {
  const withBonus = rubricWith({ own: { label: '书面', weight: 80 }, items: [source('S', 20, 100)] }, { bonus: { items: [anItem('j', 3)], gate: { base: 78, inclusive: true } } })
  test('the gate reads the base with its sources; bonus after it', () => {
    expect(range(tree(withBonus, { ...own, S: result(82.06), j: judged(2) }).total)).toBe('80.412')
    expect(range(tree(withBonus, { ...own, S: result(50), j: judged(2) }).total)).toBe('72')
  })
})

describe('contributions (§6A.28)', () => {
  const mark = fc.oneof(fc.integer({ min: 0, max: 10 }).map((points) => judged(points)), fc.constant(state('notApplicable')), fc.constant(state('pending')))
  const outside = fc.oneof(fc.integer({ min: 0, max: 50 }).map((score) => result(score)), fc.constant(state('notApplicable')), fc.constant(state('pending')))
  const given = fc.record({ a: mark, b: mark, c: mark, S1: outside, S2: outside })
  const method = fc.constantFrom('global' as const, 'withinParent' as const, 'equalAdd' as const, 'countFull' as const, 'countZero' as const)

  test('own items by their source’s share, a line per outside source', () => {
    const lines = contributionsOf(tree(two, { ...own, S: result(82.06) }))!
    expect([...lines].map(([id, { low }]) => [id, writeExact(low)])).toEqual([['a', '40'], ['b', '16.4'], ['c', '5.6'], ['S', '16.412']])
  })
  test('add exactly to the base at both ends, and to the gap of any two units', () => {
    fc.assert(fc.property(given, given, method, (one, other, notApplicableMethod) => {
      const [a, b] = [one, other].map((marks) => tree({ ...three, notApplicableMethod }, marks)) as [ScoreTree, ScoreTree]
      for (const each of [a, b]) {
        const lines = contributionsOf(each)
        const sums = lines && { low: sumPoints([...lines.values()].map(({ low }) => low)), high: sumPoints([...lines.values()].map(({ high }) => high)) }
        expect(range(sums)).toBe(range(each.base))
        if (each.base) expect([comparePoints(each.base.low, each.base.high) <= 0, comparePoints(each.base.high, each.full) <= 0]).toEqual([true, true])
      }
      const gap = compareUnits(a, b)
      if (!gap?.items) return
      expect(writeExact(addPoints(sumPoints(gap.items.map((item) => item.gap)), sumPoints([gap.bonus, gap.negative, gap.floor, gap.veto])))).toBe(writeExact(gap.total))
    }))
  })
})

test('combineSources: more of any result never lowers the base; one result alone is the base', () => {
  const part = fc.record({ weight: fc.integer({ min: 1, max: 100 }), full: fc.integer({ min: 1, max: 300 }), share: fc.integer({ min: 0, max: 99 }) })
  const resultOf = ({ weight, full, share }: { weight: number; full: number; share: number }) => {
    const value = pointsOf(String((full * share) / 100))
    return { weight: pointsOf(weight), full: pointsOf(full), range: { low: value, high: value } }
  }
  fc.assert(fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), fc.nat(), (parts, at) => {
    const before = combineSources(pointsOf(100), parts.map(resultOf))!
    const more = combineSources(pointsOf(100), parts.map((each, index) => resultOf(index === at % parts.length ? { ...each, share: each.share + 1 } : each)))!
    expect(comparePoints(before.base.low, more.base.low)).toBe(-1)
    expect(writeExact(sumPoints(before.shares.map((share) => share!)))).toBe('1')
  }))
  expect(combineSources(pointsOf(100), [{ weight: pointsOf(3), full: pointsOf(50), range: { low: pointsOf(20), high: pointsOf(25) } }])!.base).toEqual({ low: pointsOf(40), high: pointsOf(50) })
  expect(combineSources(pointsOf(100), [{ weight: pointsOf(3), full: pointsOf(50), range: null }])).toBeNull()
})
