import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { CalendarDay } from '#core/calendarDay'
import type { ItemId, UnitId } from '#core/ids'
import { pointsOf } from '#core/points'
import { awardQuota } from '#core/ranking/awardQuota'
import { rankUnits, type RankSettings, type UnitTree } from '#core/ranking/rankUnits'
import { defaultSettings } from '#core/records/projectRecord'
import type { VetoEffect } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

// METHOD §6, §6A.20–23, 38, 39, 42.

const effects = {
  zero: { kind: 'zero' }, cap: { kind: 'capTotal', at: 59 }, lower: { kind: 'lowerBand', by: 1 }, lowest: { kind: 'fail' }, invalid: { kind: 'invalid' }, suspended: { kind: 'suspended' },
} as const satisfies Record<string, VetoEffect>
type VetoName = keyof typeof effects

const rubric = deepFreeze(aRubric([aGroup('A', 60, [anItem('a', 60)]), aGroup('B', 40, [anItem('b', 40)])], {
  negative: { items: [anItem('N', 50, { kind: 'negative', perEvent: 0.5 })] },
  vetoes: Object.entries(effects).map(([id, effect]) => anItem(id, 0, { kind: 'veto', criterion: '', effect })),
}))

interface Values {
  readonly a?: number
  readonly b?: number
  readonly events?: number
  readonly vetoes?: readonly VetoName[]
  readonly pending?: readonly string[]
  readonly on?: string
}

function unit(name: string, { a, b, events, vetoes = [], pending = [], on }: Values): UnitTree {
  const marks = new Map<ItemId, { state: ItemState; answer: Answer | null }>()
  const put = (id: string, answer: Answer | null, state: ItemState = 'scored') => marks.set(id as ItemId, { state, answer })
  if (a !== undefined) put('a', { kind: 'judge', points: a })
  if (b !== undefined) put('b', { kind: 'judge', points: b })
  if (events !== undefined) put('N', { kind: 'negative', events })
  for (const veto of vetoes) put(veto, { kind: 'veto', applies: true })
  for (const id of pending) put(id, null, 'pending')
  return { unitId: name as UnitId, name, tree: rollUpUnit(rubric, { kind: 'government', level: 'county' }, 2024, marks), publishedOn: (on as CalendarDay | undefined) ?? null }
}

function rows(units: readonly UnitTree[], settings: Partial<RankSettings> = {}) {
  return rankUnits('g', pointsOf(100), deepFreeze([...units]), { ...defaultSettings, ...settings }).rows
}

describe('vetoes in the ranking', () => {
  test('invalid, suspended and an open veto: a total, no place, no band', () => {
    const units = [unit('甲', { a: 50, b: 35 }), unit('乙', { a: 60, b: 40, vetoes: ['invalid'] }), unit('丙', { a: 60, b: 40, vetoes: ['suspended'] }), unit('丁', { a: 60, b: 40, pending: ['zero'] })]
    expect(rows(units).map((row) => [row.name, row.rank, row.reason, row.shown?.low, row.band])).toEqual([
      ['甲', 1, null, '85.00', '良好'], ['丁', null, 'veto-open', '100.00', null], ['丙', null, 'suspended', '100.00', null], ['乙', null, 'invalid', '100.00', null],
    ])
    // Not even where provisional units have a place.
    expect(rows(units, { rankProvisional: true }).map((row) => row.reason)).toEqual([null, 'veto-open', 'suspended', 'invalid'])
  })

  test('zeroed units follow every other unit, even one of no points, and share a place; they are in the last band', () => {
    const units = [unit('甲', { a: 60, b: 40, vetoes: ['zero'] }), unit('乙', { a: 0, b: 0 }), unit('丙', { a: 50, b: 30 }), unit('丁', { a: 20, b: 20, vetoes: ['zero'] })]
    const tieBreak = [{ kind: 'dimension', id: 'A' }] as const
    expect(rows(units, { tieBreak }).map((row) => [row.name, row.rank, row.tied, row.shown?.low, row.band])).toEqual([
      ['丙', 1, 1, '80.00', '良好'], ['乙', 2, 1, '0.00', '不合格'], ['丁', 3, 2, '0.00', '不合格'], ['甲', 3, 2, '0.00', '不合格'],
    ])
  })

  test('a cap moves total, place and band; lowering and the lowest band move the band only', () => {
    const units = [unit('甲', { a: 55, b: 39, vetoes: ['lower'] }), unit('乙', { a: 55, b: 38, vetoes: ['lowest'] }), unit('丙', { a: 60, b: 40, vetoes: ['cap'] }), unit('丁', { a: 55, b: 37, vetoes: ['lower', 'lowest'] }), unit('戊', { a: 30, b: 10, vetoes: ['lower'] })]
    expect(rows(units).map((row) => [row.name, row.rank, row.shown?.low, row.band])).toEqual([
      ['甲', 1, '94.00', '良好'], ['乙', 2, '93.00', '不合格'], ['丁', 3, '92.00', '不合格'], ['丙', 4, '59.00', '不合格'], ['戊', 5, '40.00', '不合格'],
    ])
  })
})

describe('least share of settled items', () => {
  const units = [unit('甲', { a: 50 }), unit('乙', { a: 50, b: 30 })]
  test('only where provisional units are ranked, and then a unit below it is not', () => {
    expect(rows(units, { leastSettledShare: 0.6 }).map((row) => row.reason)).toEqual([null, 'items-open'])
    expect(rows(units, { leastSettledShare: 0.6, rankProvisional: true }).map((row) => row.reason)).toEqual([null, 'too-few-settled'])
    expect(rows(units, { leastSettledShare: 0.5, rankProvisional: true }).map((row) => row.rank)).toEqual([1, 2])
  })
})

describe('quota of a band', () => {
  const quota = { band: '优秀', percent: 40 }
  test('floor(n % × ranked), at least 1; without a place the next band shows (§6A.22, §6A.42)', () => {
    const units = [95, 94, 93, 85, 70].map((total, index) => unit(`单位${index}`, { a: 60, b: total - 60 }))
    expect(rows(units, { quota }).map((row) => [row.band, row.quota])).toEqual([['优秀', 'place'], ['优秀', 'place'], ['良好', 'no-place'], ['良好', null], ['合格', null]])
    expect(rows(units.slice(0, 2), { quota: { band: '优秀', percent: 10 } }).map((row) => row.band)).toEqual(['优秀', '良好'])
  })
  test('places left over lapse: the band is needed, too', () => {
    const units = [95, 85, 84, 83, 82].map((total, index) => unit(`单位${index}`, { a: 60, b: total - 60 }))
    expect(rows(units, { quota }).map((row) => row.band)).toEqual(['优秀', '良好', '良好', '良好', '良好'])
  })
  test('a tie that overflows gets none until a ruling, and nobody passes it', () => {
    const units = [95, 94, 94, 93, 85].map((total, index) => unit(`单位${index}`, { a: 60, b: total - 60 }))
    expect(rows(units, { quota }).map((row) => [row.rank, row.band, row.quota])).toEqual([
      [1, '优秀', 'place'], [2, '良好', 'tie-overflows'], [2, '良好', 'tie-overflows'], [4, '良好', 'no-place'], [5, '良好', null],
    ])
  })
  test('lowered units take no place', () => {
    const units = [unit('甲', { a: 60, b: 40, vetoes: ['lower'] }), unit('乙', { a: 60, b: 34 }), unit('丙', { a: 60, b: 33 }), unit('丁', { a: 50, b: 20 }), unit('戊', { a: 50, b: 10 })]
    expect(rows(units, { quota }).map((row) => [row.name, row.band])).toEqual([['甲', '良好'], ['乙', '优秀'], ['丙', '优秀'], ['丁', '合格'], ['戊', '合格']])
  })
  test('0.29 of 100 ranked is 29 places, exactly', () => {
    const outcomes = awardQuota(100, 29, Array.from({ length: 40 }, (_, index) => ({ rank: index + 1, lowered: false })))
    expect(outcomes.filter((outcome) => outcome === 'place')).toHaveLength(29)
  })
})

describe('tie-break chain (§6A.23, §6A.39)', () => {
  test('level-1 points in the chosen order, then fewer deductions, then the earlier day, unknown last, then 并列', () => {
    const units = [
      unit('甲', { a: 50, b: 30, on: '2025-03-01' }), unit('乙', { a: 52, b: 28 }), unit('丙', { a: 50, b: 31, events: 2 }), unit('丁', { a: 50, b: 30, on: '2025-02-01' }),
      unit('戊', { a: 50, b: 30 }), unit('己', { a: 50, b: 30 }),
    ]
    const tieBreak = [{ kind: 'dimension', id: 'A' }, { kind: 'fewerDeductions' }, { kind: 'earlierPublication' }] as const
    expect(rows(units, { tieBreak }).map((row) => [row.name, row.rank, row.tied])).toEqual([['乙', 1, 1], ['丁', 2, 1], ['甲', 3, 1], ['己', 4, 2], ['戊', 4, 2], ['丙', 6, 1]])
    expect(rows(units).map((row) => row.rank)).toEqual([1, 1, 1, 1, 1, 1])
    expect(rows(units, { tieBreak: [{ kind: 'dimension', id: 'B' }] }).map((row) => row.name).at(0)).toBe('丙')
  })
  test('negatives are read before the floor', () => {
    const units = [unit('甲', { a: 1, b: 0, events: 10 }), unit('乙', { a: 2, b: 0, events: 4 })]
    expect(rows(units, { tieBreak: [{ kind: 'fewerDeductions' }] }).map((row) => [row.name, row.rank, row.shown?.low])).toEqual([['乙', 1, '0.00'], ['甲', 2, '0.00']])
  })
  test('level-1 points are rounded as the ranking rounds them', () => {
    const units = [unit('甲', { a: 50.04, b: 29.96 }), unit('乙', { a: 50, b: 30 })]
    expect(rows(units, { decimals: 1, tieBreak: [{ kind: 'dimension', id: 'A' }] }).map((row) => row.rank)).toEqual([1, 1])
    expect(rows(units, { tieBreak: [{ kind: 'dimension', id: 'A' }] }).map((row) => [row.name, row.rank])).toEqual([['甲', 1], ['乙', 2]])
  })
})
