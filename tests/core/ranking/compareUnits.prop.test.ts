import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemId } from '#core/ids'
import { subtractPoints, sumPoints, writeExact, zeroPoints } from '#core/points'
import { compareUnits } from '#core/ranking/compareUnits'
import type { NotApplicableMethod } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

// METHOD §6A.28, §6A.39, vector 14.

type Value = number | Exclude<ItemState, 'scored'>
const ids = ['a', 'b', 'c', 'd'] as const
const fulls = [20, 10, 30, 40] as const

function rubricWith(notApplicableMethod: NotApplicableMethod) {
  return aRubric([
    { ...aGroup('X', 60, [anItem('a', 20), anItem('b', 10), anItem('c', 30)]), weight: 55 },
    { ...aGroup('Y', 40, [anItem('d', 40)]), weight: 45 },
  ], {
    notApplicableMethod,
    bonus: { items: [anItem('J', 5)], cap: 3, gate: { base: 50, inclusive: true } },
    negative: { items: [anItem('N', 60, { kind: 'negative', perEvent: 7 })] },
    vetoes: [anItem('V', 0, { kind: 'veto', criterion: '', effect: { kind: 'capTotal', at: 59 } })],
  })
}

interface Unit {
  readonly values: readonly Value[]
  readonly bonus: number
  readonly events: number
  readonly veto: boolean
}

function treeOf(method: NotApplicableMethod, { values, bonus, events, veto }: Unit) {
  const scored = (answer: Answer) => ({ state: 'scored' as ItemState, answer: answer as Answer | null })
  const marks = new Map(values.map((value, index) => [
    ids[index] as string as ItemId,
    typeof value === 'number' ? scored({ kind: 'judge', points: (value * fulls[index]!) / 100 }) : { state: value as ItemState, answer: null },
  ]))
  marks.set('J' as ItemId, scored({ kind: 'judge', points: bonus }))
  marks.set('N' as ItemId, scored({ kind: 'negative', events }))
  marks.set('V' as ItemId, scored({ kind: 'veto', applies: veto }))
  return rollUpUnit(rubricWith(method), { kind: 'government', level: 'county' }, 2024, marks)
}

const unit: fc.Arbitrary<Unit> = fc.record({
  values: fc.tuple(...ids.map(() => fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constantFrom<Value>('notApplicable', 'pending')))),
  bonus: fc.integer({ min: 0, max: 5 }),
  events: fc.integer({ min: 0, max: 9 }),
  veto: fc.boolean(),
})
const method = fc.constantFrom<NotApplicableMethod>('global', 'withinParent', 'equalAdd', 'countFull', 'countZero')

describe('compareUnits', () => {
  test('items, bonus, negative list, floor and veto add exactly to the unrounded gap, for every pair', () => {
    fc.assert(fc.property(method, unit, unit, (by, one, other) => {
      const [a, b] = [treeOf(by, one), treeOf(by, other)]
      const gap = compareUnits(a, b)
      if (!a.total || !b.total || !gap) {
        expect([a.total === null || b.total === null, gap]).toEqual([true, null])
        return
      }
      expect(gap.total).toEqual(subtractPoints(a.total.low, b.total.low))
      expect(sumPoints([...gap.items!.map((item) => item.gap), gap.bonus, gap.negative, gap.floor, gap.veto])).toEqual(gap.total)
    }), { numRuns: 500 })
  })

  test('the other way round every line turns its sign', () => {
    fc.assert(fc.property(method, unit, unit, (by, one, other) => {
      const [there, back] = [compareUnits(treeOf(by, one), treeOf(by, other)), compareUnits(treeOf(by, other), treeOf(by, one))]
      const turned = (points: typeof zeroPoints) => subtractPoints(zeroPoints, points)
      expect(back && { bonus: back.bonus, negative: back.negative, veto: back.veto, total: back.total }).toEqual(
        there && { bonus: turned(there.bonus), negative: turned(there.negative), veto: turned(there.veto), total: turned(there.total) },
      )
    }), { numRuns: 100 })
  })

  test('by hand: a cap takes what was ahead', () => {
    const plain = aRubric([aGroup('A', 100, [anItem('a', 60), anItem('b', 40)])], { vetoes: [anItem('V', 0, { kind: 'veto', criterion: '', effect: { kind: 'capTotal', at: 59 } })] })
    const tree = (a: number, b: number, veto: boolean) => rollUpUnit(plain, { kind: 'government', level: 'county' }, 2024, new Map<ItemId, { state: ItemState; answer: Answer | null }>([
      ['a' as ItemId, { state: 'scored', answer: { kind: 'judge', points: a } }], ['b' as ItemId, { state: 'scored', answer: { kind: 'judge', points: b } }], ['V' as ItemId, { state: 'scored', answer: { kind: 'veto', applies: veto } }],
    ]))
    const gap = compareUnits(tree(50, 34.2, true), tree(40, 30, false))
    expect(gap && [...gap.items!.map((item) => `${item.id} ${writeExact(item.gap)}`), `veto ${writeExact(gap.veto)}`, `total ${writeExact(gap.total)}`]).toEqual(['a 10', 'b 4.2', 'veto -25.2', 'total -11'])
  })
})
