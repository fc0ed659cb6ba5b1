import { expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { layoutBody } from '#core/aggregation/bodyLayout'
import { scoreUnit, type ItemMark } from '#core/aggregation/scoreUnit'
import type { ItemId } from '#core/ids'
import { pointsOf, writeExact } from '#core/points'
import { placeByRank, type PlacedUnit } from '#core/ranking/placeByRank'
import type { Rule } from '#core/rubric/rubric'

const byRank: Rule = { kind: 'byRank', measure: '', unit: '', best: 'high', award: { kind: 'table', points: [6, 4, 2] } }
const county = { kind: 'government', level: 'county' } as const
const rubric = aRubric([aGroup('A', 6, [anItem('r', 6, byRank)])], { totalSources: { own: { label: '书面', weight: 50 }, items: [anItem('S', 6, byRank, { weight: 50 })] } })

function unit(value: number): PlacedUnit {
  const marks = new Map<ItemId, ItemMark>(['r', 'S'].map((id) => [id as ItemId, { state: 'scored', answer: { kind: 'byRank', value } }]))
  return { scores: scoreUnit(layoutBody(rubric, county), 2024, marks), marks }
}

test('a unit whose item was ruled keeps its points and takes no place (§6A.37)', () => {
  const points = pointsOf(5)
  const ruled = unit(40)
  const scores = { ...ruled.scores, items: [{ state: 'scored' as const, points, range: { low: points, high: points }, formula: null }] }
  const placed = placeByRank([unit(30), { ...ruled, scores, marks: new Map() }, unit(20)])
  expect(placed.map(({ items }) => items[0]?.points && writeExact(items[0].points))).toEqual(['6', '5', '4'])
})

test('a source of the total by rank is placed like an item', () => {
  expect(placeByRank([unit(30), unit(40)]).map(({ sources }) => sources[0]?.points && writeExact(sources[0].points))).toEqual(['4', '6'])
})
