import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { deepFreeze } from '../../builders/deepFreeze'
import { itemsOfTree } from '#core/aggregation/itemsOfTree'
import type { CalendarDay } from '#core/calendarDay'
import type { ItemId, UnitId } from '#core/ids'
import { writeExact } from '#core/points'
import { rankProject, rankProjectWithTrees } from '#core/ranking/rankProject'
import { defaultSettings, type ProjectSettings } from '#core/records/projectRecord'
import type { Rule, UnitKind } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'

// R8 within the ranking group: METHOD §6A.24, §6A.37.

const byRank: Rule = { kind: 'byRank', measure: '得票', unit: '票', best: 'high', award: { kind: 'table', points: [6, 4, 2] } }
const rubric = deepFreeze(aRubric([aGroup('A', 10, [anItem('r', 6, byRank), anItem('j', 4)])], {
  vetoes: [anItem('V', 0, { kind: 'veto', criterion: '', effect: { kind: 'invalid' } })],
}))

interface Given {
  readonly r?: number | Exclude<ItemState, 'scored'>
  readonly j?: number
  readonly veto?: boolean
  readonly kind?: UnitKind
  readonly on?: string
}

function rank(given: Readonly<Record<string, Given>>, settings: Partial<ProjectSettings> = {}) {
  return [...ranked(given, settings).rankings]
}

function ranked(given: Readonly<Record<string, Given>>, settings: Partial<ProjectSettings> = {}) {
  const names = Object.keys(given)
  const units = names.map((name, position) => ({ id: name as UnitId, name, kind: given[name]?.kind ?? ('government' as const), level: 'county' as const, group: '', position }))
  return rankProjectWithTrees(rubric, { year: 2024, settings: { ...defaultSettings, ...settings } }, units, (id) => {
    const { r, j = 4, veto } = given[id] as Given
    const marks = new Map<ItemId, { state: ItemState; answer: Answer | null }>([['j' as ItemId, { state: 'scored', answer: { kind: 'judge', points: j } }]])
    if (r !== undefined) marks.set('r' as ItemId, typeof r === 'number' ? { state: 'scored', answer: { kind: 'byRank', value: r } } : { state: r, answer: null })
    if (veto) marks.set('V' as ItemId, { state: 'scored', answer: { kind: 'veto', applies: true } })
    return marks
  }, { publishedOn: (id) => (given[id]?.on as CalendarDay | undefined) ?? null })
}

function itemOf({ trees }: ReturnType<typeof ranked>, name: string): string {
  const item = itemsOfTree(trees.get(name as UnitId)!).find((candidate) => candidate.id === 'r')!
  return item.points ? `${item.state} ${writeExact(item.points)}` : item.state
}

describe('items by rank', () => {
  test('are looked up once all units of the group are in; ties share the better place; beyond the table 0', () => {
    const both = ranked({ 甲: { r: 30 }, 乙: { r: 40 }, 丙: { r: 30 }, 丁: { r: 5 }, 戊: { r: 'notFound' } })
    const { rankings } = both
    expect(['甲', '乙', '丙', '丁', '戊'].map((name) => itemOf(both, name))).toEqual(['scored 4', 'scored 6', 'scored 4', 'scored 0', 'notFound 0'])
    expect(rankings[0]?.rows.map((row) => [row.name, row.rank, row.shown?.low])).toEqual([['乙', 1, '10.00'], ['丙', 2, '8.00'], ['甲', 2, '8.00'], ['丁', 4, '4.00'], ['戊', 4, '4.00']])
  })

  test('while one value is pending the item is pending for the whole group, and only for it', () => {
    const both = ranked({ 甲: { r: 30 }, 乙: { r: 'pending' }, 丙: { r: 'notApplicable' }, 部: { r: 3, kind: 'department' } })
    const { rankings } = both
    expect(['甲', '乙', '丙', '部'].map((name) => itemOf(both, name))).toEqual(['pending', 'pending', 'notApplicable', 'scored 6'])
    expect(rankings.flatMap((ranking) => ranking.rows).map((row) => [row.name, row.reason])).toEqual([['丙', null], ['乙', 'items-open'], ['甲', 'items-open'], ['部', null]])
    expect(itemOf(ranked({ 甲: { r: 30 }, 乙: {} }), '甲')).toBe('pending')
  })

  test('invalid and N/A units are removed, places close up, and the removed unit’s own item is pending', () => {
    const both = ranked({ 甲: { r: 50, veto: true }, 乙: { r: 'notApplicable' }, 丙: { r: 30 }, 丁: { r: 20 } })
    expect(['甲', '乙', '丙', '丁'].map((name) => itemOf(both, name))).toEqual(['pending', 'notApplicable', 'scored 6', 'scored 4'])
  })

  test('a removed unit’s missing value holds nobody up', () => {
    expect(itemOf(ranked({ 甲: { veto: true }, 乙: { r: 30 } }), '乙')).toBe('scored 6')
  })

  test('the order of the units changes nothing', () => {
    const given = { 甲: { r: 30 }, 乙: { r: 40 }, 丙: { r: 30, j: 1 } }
    const turned = Object.fromEntries(Object.entries(given).reverse())
    const seen = (rankings: ReturnType<typeof rank>) => rankings[0]?.rows.map((row) => [row.name, row.rank, row.shown])
    expect(seen(rank(turned))).toEqual(seen(rank(given)))
  })
})

test('ties may be parted by the day of publication', () => {
  const rankings = rank({ 甲: { r: 30, on: '2025-03-05' }, 乙: { r: 30, on: '2025-03-01' }, 丙: { r: 30 } }, { tieBreak: [{ kind: 'earlierPublication' }] })
  expect(rankings[0]?.rows.map((row) => [row.name, row.rank])).toEqual([['乙', 1], ['甲', 2], ['丙', 3]])
  expect(rankings[0]?.tieBreak).toEqual([{ kind: 'earlierPublication' }])
})

test('a bonus by rank may take points for the last places; who has no value takes no place and gets none', () => {
  const award: Rule = { kind: 'byRank', measure: '', unit: '', best: 'high', award: { kind: 'table', points: [2, 0, -1] } }
  const withBonus = aRubric([aGroup('A', 10, [anItem('j', 10)])], { bonus: { items: [anItem('J', 2, award)] } })
  const values = new Map<string, number | 'pending'>([['甲', 5], ['乙', 4], ['丙', 3]])
  const totals = () => {
    const units = ['甲', '乙', '丙', '丁'].map((name, position) => ({ id: name as UnitId, name, kind: 'government' as const, level: 'county' as const, group: '', position }))
    const rankings = rankProject(withBonus, { year: 2024, settings: defaultSettings }, units, (id) => {
      const marks = new Map<ItemId, { state: ItemState; answer: Answer | null }>([['j' as ItemId, { state: 'scored', answer: { kind: 'judge', points: 8 } }]])
      const value = values.get(id)
      if (value !== undefined) marks.set('J' as ItemId, value === 'pending' ? { state: 'pending', answer: null } : { state: 'scored', answer: { kind: 'byRank', value } })
      return marks
    })
    return Object.fromEntries(rankings[0]!.rows.map((row) => [row.name, `${row.shown?.low}–${row.shown?.high}`]))
  }
  expect(totals()).toEqual({ 甲: '10.00–10.00', 乙: '8.00–8.00', 丙: '7.00–7.00', 丁: '8.00–8.00' })
  values.set('丙', 'pending')
  expect(totals()).toEqual({ 甲: '7.00–10.00', 乙: '7.00–10.00', 丙: '7.00–10.00', 丁: '8.00–8.00' })
})
