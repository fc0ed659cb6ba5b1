import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ItemId, UnitId } from '#core/ids'
import { pointsOf } from '#core/points'
import { bandOf } from '#core/ranking/bandOf'
import { rankUnits } from '#core/ranking/rankUnits'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

const rubric = aRubric([aGroup('A', 100, [anItem('a', 90, { kind: 'judge', criterion: '', step: 0.001 }), anItem('b', 10)])])

function unit(name: string, a: number | ItemState, b: number | ItemState = 0) {
  const mark = (value: number | ItemState): { state: ItemState; answer: Answer | null } =>
    typeof value === 'number' ? { state: 'scored', answer: { kind: 'judge', points: value } } : { state: value, answer: null }
  const marks = new Map([['a' as ItemId, mark(a)], ['b' as ItemId, mark(b)]])
  return { unitId: name as UnitId, name, tree: rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, marks) }
}

function rank(units: ReturnType<typeof unit>[], settings: Partial<ProjectSettings> = {}) {
  return rankUnits('g', pointsOf(100), deepFreeze(units), { ...defaultSettings, ...settings })
}

describe('places', () => {
  const units = [unit('丁', 80), unit('甲', 90), unit('丙', 88.5), unit('乙', 88.5)]

  test('90.00 / 88.50 / 88.50 / 80.00 → 1, 2, 2, 4 and dense 1, 2, 2, 3 (vector 10)', () => {
    expect(rank(units).rows.map((row) => [row.rank, row.name, row.tied, row.gap, row.band])).toEqual([
      [1, '甲', 1, '0.00', '优秀'], [2, '丙', 2, '-1.50', '良好'], [2, '乙', 2, '-1.50', '良好'], [4, '丁', 1, '-10.00', '良好'],
    ])
    expect(rank(units, { tieRule: 'dense' }).rows.map((row) => row.rank)).toEqual([1, 2, 2, 3])
  })

  test('89.996 and 90.004 tie at 90.00 and are both 优秀 when ranked on rounded; unrounded they part (vector 11)', () => {
    const close = [unit('甲', 89.996), unit('乙', 90, 0.004)]
    const judged = aRubric([aGroup('A', 100, [anItem('a', 90, { kind: 'judge', criterion: '', step: 0.001 }), anItem('b', 10, { kind: 'judge', criterion: '', step: 0.001 })])])
    expect(judged.full).toBe(100)
    const trees = close.map((one) => ({ ...one, tree: one.tree }))
    trees[1] = { ...trees[1]!, tree: rollUpUnit(judged, { kind: 'government', level: 'county' }, 2024, new Map([
      ['a' as ItemId, { state: 'scored' as const, answer: { kind: 'judge' as const, points: 90 } }],
      ['b' as ItemId, { state: 'scored' as const, answer: { kind: 'judge' as const, points: 0.004 } }],
    ])) }
    expect(rank(trees).rows.map((row) => [row.rank, row.shown?.low, row.band])).toEqual([[1, '90.00', '优秀'], [1, '90.00', '优秀']])
    expect(rank(trees, { rankOn: 'unrounded' }).rows.map((row) => [row.rank, row.name, row.shown?.low, row.band])).toEqual([[1, '乙', '90.00', '优秀'], [2, '甲', '90.00', '良好']])
  })
})

describe('provisional units (§2, §6A.11)', () => {
  const units = [unit('全评', 85, 5), unit('待核', 88, 'pending'), unit('跨档', 75, 'pending'), unit('未评', 'unscored', 'unscored'), unit('不适用', 'notApplicable', 'notApplicable')]

  test('are not ranked by default, with the reason and the range', () => {
    expect(rank(units).rows.map((row) => [row.name, row.rank, row.reason, row.shown, row.band])).toEqual([
      ['全评', 1, null, { low: '90.00', high: '90.00' }, '优秀'],
      ['不适用', null, 'all-not-applicable', null, null],
      ['待核', null, 'items-open', { low: '88.00', high: '98.00' }, null],
      ['未评', null, 'nothing-scored', { low: '0.00', high: '100.00' }, null],
      ['跨档', null, 'items-open', { low: '75.00', high: '85.00' }, null],
    ])
  })

  test('where the project ranks them: by the low end, marked; the band only if both ends agree', () => {
    const all = [...units, unit('同档', 81, 'pending')]
    expect(rank(all, { rankProvisional: true }).rows.map((row) => [row.name, row.rank, row.provisional, row.band, row.open])).toEqual([
      ['全评', 1, false, '优秀', []],
      ['待核', 2, true, null, ['b']],
      ['同档', 3, true, null, ['b']],
      ['跨档', 4, true, null, ['b']],
      ['不适用', null, false, null, []],
      ['未评', null, true, null, ['a', 'b']],
    ])
    const wide = [{ name: '高', from: 80 }, { name: '低', from: 0 }]
    expect(rank([unit('同档', 81, 'pending')], { rankProvisional: true, bands: wide }).rows[0]?.band).toBe('高')
  })
})

test('bands are [lo, hi) with the top one unbounded', () => {
  expect([100, 90, 89.99, 80, 60, 59.99, 0].map((total) => bandOf(defaultSettings.bands, pointsOf(total)))).toEqual(['优秀', '优秀', '良好', '良好', '合格', '不合格', '不合格'])
  expect(bandOf([{ name: '合格', from: 60 }], pointsOf(10))).toBeNull()
})

describe('properties', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9000 }), { minLength: 1, maxLength: 12 })
  const unitsOf = (list: readonly number[], more = 0) => list.map((hundredths, index) => unit(`单位${index}`, hundredths / 100, more))

  test('the order of the input does not matter', () => {
    fc.assert(fc.property(scores, (list) => {
      const units = unitsOf(list)
      expect(rank([...units].reverse()).rows).toEqual(rank(units).rows)
    }), { numRuns: 40 })
  })

  test('equal totals share a place; a place counts the better ones', () => {
    fc.assert(fc.property(scores, (list) => {
      for (const row of rank(unitsOf(list)).rows) {
        const own = list[Number(row.name.slice(2))] as number
        expect(row.rank).toBe(1 + list.filter((other) => other > own).length)
        expect(row.tied).toBe(list.filter((other) => other === own).length)
      }
      for (const row of rank(unitsOf(list), { tieRule: 'dense' }).rows) {
        const own = list[Number(row.name.slice(2))] as number
        expect(row.rank).toBe(1 + new Set(list.filter((other) => other > own)).size)
      }
    }), { numRuns: 40 })
  })

  test('adding the same to all changes no place and no gap', () => {
    fc.assert(fc.property(scores, (list) => {
      const places = (more: number) => rank(unitsOf(list, more)).rows.map((row) => [row.name, row.rank, row.gap])
      expect(places(7.25)).toEqual(places(0))
    }), { numRuns: 40 })
  })
})
