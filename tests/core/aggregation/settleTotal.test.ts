import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { openItems } from '#core/aggregation/itemsOfTree'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import { settleTotal } from '#core/aggregation/settleTotal'
import type { ItemId } from '#core/ids'
import { addPoints, comparePoints, pointsOf, subtractPoints, sumPoints, writeExact, zeroPoints } from '#core/points'
import type { BonusSection, NegativeSection, Rubric, VetoEffect } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

// METHOD §4 R12–R14, §5.3, §6A.11, 18–20; vectors 7, 8.

const reading = { decimals: 2, rankOn: 'rounded' } as const
const plain = aRubric([aGroup('A', 100, [anItem('a', 100, { kind: 'judge', criterion: '', step: 0.001 })])])

function settle(given: { base: number | string; bonus?: number; negative?: number; effects?: readonly VetoEffect[] }, more: { bonus?: Omit<BonusSection, 'items'>; negative?: Omit<NegativeSection, 'items'> } = {}) {
  const rubric: Rubric = { ...plain, ...(more.bonus && { bonus: { items: [], ...more.bonus } }), ...(more.negative && { negative: { items: [], ...more.negative } }) }
  const { base, bonus = 0, negative = 0, effects = [] } = given
  return settleTotal(deepFreeze(rubric), reading, { base: pointsOf(base), bonus: pointsOf(bonus), negative: pointsOf(negative), effects })
}
const total = (...args: Parameters<typeof settle>) => writeExact(settle(...args).total)
const gate = (base: number, inclusive = true) => ({ bonus: { gate: { base, inclusive } } })

describe('bonus', () => {
  test('base 78, gate 80, bonus 3 → 78; base 91, cap 2 → 93', () => {
    expect([total({ base: 78, bonus: 3 }, gate(80)), total({ base: 91, bonus: 3 }, { bonus: { cap: 2 } })]).toEqual(['78', '93'])
  })
  test('base 79.99, gate 80 → none; 80.00 → bonus, with a strict gate none (vector 7)', () => {
    expect([total({ base: 79.99, bonus: 3 }, gate(80)), total({ base: 80, bonus: 3 }, gate(80)), total({ base: 80, bonus: 3 }, gate(80, false)), total({ base: 80.01, bonus: 3 }, gate(80, false))]).toEqual(['79.99', '83', '80', '83.01'])
  })
  test('the gate reads the base as the ranking does: 79.996 is 80.00, and not above it', () => {
    expect([total({ base: 79.996, bonus: 3 }, gate(80)), total({ base: 80.004, bonus: 3 }, gate(80, false))]).toEqual(['82.996', '80.004'])
    const unrounded = settleTotal({ ...plain, bonus: { items: [], gate: { base: 80, inclusive: true } } }, { decimals: 2, rankOn: 'unrounded' }, { base: pointsOf(79.996), bonus: pointsOf(3), negative: zeroPoints, effects: [] })
    expect([unrounded.gate, writeExact(unrounded.total)]).toEqual(['missed', '79.996'])
  })
  test('may pass full points, unless it stops there', () => {
    expect([total({ base: 99, bonus: 3 }, { bonus: {} }), total({ base: 99, bonus: 3 }, { bonus: { capAtFull: true } }), total({ base: 99, bonus: 3 }, { bonus: { capAtFull: true, cap: 0.5 } })]).toEqual(['102', '100', '99.5'])
  })
})

describe('negative list', () => {
  test('88.4 − (0.5 + 1) → 86.9', () => expect(total({ base: 88.4, negative: 1.5 })).toBe('86.9'))
  test('at most its cap, after the bonus, never below zero', () => {
    expect(total({ base: 88, negative: 9 }, { negative: { cap: 5 } })).toBe('83')
    const low = settle({ base: 3, negative: 5 })
    expect([writeExact(low.negative), writeExact(low.floor), writeExact(low.total)]).toEqual(['5', '2', '0'])
    expect(total({ base: 80, bonus: 3, negative: 2 }, gate(80))).toBe('81')
  })
})

describe('vetoes', () => {
  const cap = (at: number): VetoEffect => ({ kind: 'capTotal', at })
  const of = (effects: readonly VetoEffect[], base = 84.2) => {
    const settled = settle({ base, effects })
    return [writeExact(settled.total), settled.standing, settled.band]
  }
  const own = { kind: 'own' }
  test('84.2 capped at 59 → 59; 58.2 → 58.2 (vector 8); the lowest cap holds', () => {
    expect([of([cap(59)]), of([cap(59)], 58.2), of([cap(80), cap(59)])]).toEqual([['59', 'ranked', own], ['58.2', 'ranked', own], ['59', 'ranked', own]])
  })
  test('lower by n keeps the total, the largest n only; the lowest band keeps it too', () => {
    expect(of([{ kind: 'lowerBand', by: 1 }, { kind: 'lowerBand', by: 2 }])).toEqual(['84.2', 'ranked', { kind: 'lowered', by: 2 }])
    expect(of([{ kind: 'fail' }, { kind: 'lowerBand', by: 1 }])).toEqual(['84.2', 'ranked', { kind: 'lowest' }])
  })
  test('suspended or invalid over zero over caps', () => {
    expect(of([cap(59), { kind: 'zero' }])).toEqual(['0', 'zero', { kind: 'lowest' }])
    expect(of([{ kind: 'zero' }, { kind: 'suspended' }])[1]).toBe('suspended')
    expect(of([{ kind: 'suspended' }, { kind: 'invalid' }])[1]).toBe('invalid')
  })
})

test('base + bonus − negative + floor + veto = total, whatever comes', () => {
  const effect = fc.constantFrom<VetoEffect>({ kind: 'zero' }, { kind: 'capTotal', at: 59 }, { kind: 'lowerBand', by: 1 }, { kind: 'fail' }, { kind: 'invalid' })
  const hundredths = (max: number) => fc.integer({ min: 0, max }).map((value) => value / 100)
  fc.assert(fc.property(hundredths(10_000), hundredths(800), hundredths(3_000), fc.array(effect, { maxLength: 2 }), fc.boolean(), (base, bonus, negative, effects, capAtFull) => {
    const settled = settle({ base, bonus, negative, effects }, { bonus: { cap: 5, capAtFull, gate: { base: 60, inclusive: true } }, negative: { cap: 20 } })
    expect(sumPoints([settled.base, settled.bonus, subtractPoints(zeroPoints, settled.negative), settled.floor, settled.veto])).toEqual(settled.total)
    expect([comparePoints(settled.total, zeroPoints) >= 0, comparePoints(settled.total, pointsOf(105)) <= 0]).toEqual([true, true])
  }))
})

describe('in the tree: the pipeline runs at both ends (§6A.11), and nothing recorded is none', () => {
  const rubric = deepFreeze(aRubric([aGroup('A', 100, [anItem('a', 80), anItem('b', 20)])], {
    bonus: { items: [anItem('J1', 1), anItem('J2', 2)], cap: 2.5, gate: { base: 80, inclusive: true } },
    negative: { items: [anItem('N1', 4, { kind: 'negative', perEvent: 1 })] },
    vetoes: [anItem('V1', 0, { kind: 'veto', criterion: '', effect: { kind: 'capTotal', at: 59 } })],
  }))

  function treeOf(values: Record<string, number | Answer | Exclude<ItemState, 'scored'>>) {
    const marks = new Map(Object.entries(values).map(([id, value]): [ItemId, { state: ItemState; answer: Answer | null }] => [
      id as ItemId,
      typeof value === 'string' ? { state: value, answer: null } : { state: 'scored', answer: typeof value === 'number' ? { kind: 'judge', points: value } : value },
    ]))
    return rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, marks)
  }
  const ends = (tree: ReturnType<typeof treeOf>) => tree.total && [writeExact(tree.total.low), writeExact(tree.total.high)]

  test('no entry: no bonus, nothing taken, no veto, nothing open', () => {
    const tree = treeOf({ a: 70, b: 15 })
    expect([ends(tree), openItems(tree), tree.vetoOpen]).toEqual([['85', '85'], [], false])
    expect(ends(treeOf({ a: 70, b: 15, J1: 'notFound', N1: 'notFound', V1: 'notFound' }))).toEqual(['85', '85'])
  })
  test('entries: bonus within its cap, events, an effect', () => {
    expect(ends(treeOf({ a: 70, b: 15, J1: 1, J2: 2, N1: { kind: 'negative', events: 2 } }))).toEqual(['85.5', '85.5'])
    expect(ends(treeOf({ a: 70, b: 15, V1: { kind: 'veto', applies: true } }))).toEqual(['59', '59'])
    expect(ends(treeOf({ a: 70, b: 15, V1: { kind: 'veto', applies: false } }))).toEqual(['85', '85'])
  })
  test('pending: bonuses off and deductions charged in full at the low end, the reverse at the high end', () => {
    const tree = treeOf({ a: 70, b: 15, J2: 'pending', N1: 'pending' })
    expect([ends(tree), openItems(tree)]).toEqual([['81', '87'], ['J2', 'N1']])
  })
  test('each end tests its own gate', () => {
    const tree = treeOf({ a: 70, b: 'pending', J1: 1 })
    expect([ends(tree), tree.settled?.low.gate, tree.settled?.high.gate]).toEqual([['70', '91'], 'missed', 'reached'])
  })
  test('a pending veto changes no number, and keeps the unit from a place', () => {
    const tree = treeOf({ a: 70, b: 15, V1: 'pending' })
    expect([ends(tree), tree.vetoOpen, openItems(tree)]).toEqual([['85', '85'], true, ['V1']])
  })
  test('the low end is never above the high end', () => {
    const state = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom<Exclude<ItemState, 'scored'>>('pending', 'unscored', 'notFound', 'notApplicable'))
    fc.assert(fc.property(state, state, fc.constantFrom<Exclude<ItemState, 'scored'>>('pending', 'unscored'), fc.constantFrom<Exclude<ItemState, 'scored'>>('pending', 'unscored'), (a, b, bonus, negative) => {
      const { total: range } = treeOf({ a, b, J1: bonus, N1: negative })
      if (range) expect(comparePoints(range.low, range.high)).toBeLessThanOrEqual(0)
    }))
  })
  test('every number can be explained: formulas, and the steps from the base', () => {
    const tree = treeOf({ a: 70, b: 15, J1: 1, N1: { kind: 'negative', events: 2 } })
    expect([tree.negative[0]?.formula, tree.bonus[0]?.formula]).toEqual(['2 × 1 = 2', '1'])
    const low = tree.settled!.low
    expect(addPoints(low.base, subtractPoints(low.bonus, low.negative))).toEqual(low.total)
  })
})
