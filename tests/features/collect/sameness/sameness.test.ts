import { expect, test } from 'vitest'
import { percentWords } from '#features/collect/percentWords'
import { editedPlaces, sameLines } from '#features/collect/sameness/sameLines'
import { levelOf, seenFrom } from '#features/collect/sameness/sameWords'
import type { SameReports } from '#workflows/compareTexts'

test('a share crosses a line only above it, by the larger of the two', () => {
  const level = (a: number, b: number) => levelOf({ shareOfA: { part: a, whole: 100 }, shareOfB: { part: b, whole: 100 } })
  expect([level(10, 3), level(11, 3), level(0, 20), level(21, 0), level(50, 50), level(2, 51)]).toEqual(['none', 'noted', 'noted', 'heavy', 'heavy', 'wholesale'])
})

test('a pair seen from the unit at hand', () => {
  const pair = { a: { unitId: 'u1' }, b: { unitId: 'u2' }, shareOfA: { part: 1, whole: 2 }, shareOfB: { part: 1, whole: 4 }, stretches: [{ a: { start: 0, end: 2 }, b: { start: 6, end: 8 }, same: 2 }, { a: { start: 5, end: 7 }, b: { start: 0, end: 2 }, same: 2 }] } as unknown as SameReports
  expect(seenFrom(pair, ({ unitId }) => String(unitId) === 'u1')).toBe(pair)
  const turned = seenFrom(pair, ({ unitId }) => String(unitId) === 'u2')
  expect([turned.a.unitId, turned.shareOfA, turned.stretches.map(({ a, b }) => [a.start, b.start])]).toEqual(['u2', { part: 1, whole: 4 }, [[0, 5], [6, 0]]])
})

test('lines are cut where stretches and the edits in them begin and end', () => {
  const texts = ['甲乙丙\n\n丁戊己庚', '辛甲乙壬\n丁戊己庚'] as const
  const stretches = [{ a: { start: 0, end: 7 }, b: { start: 1, end: 7 }, same: 4 }]
  const edited = editedPlaces(texts, stretches)
  expect(sameLines(texts[0], stretches, 'a', edited.a).map(({ pieces }) => pieces.map(({ start, end, stretches: own, differs }) => `${texts[0].slice(start, end)} ${own.join()}${differs ? ' ≠' : ''}`))).toEqual([['甲乙 0', '丙 0 ≠'], ['丁戊 0', '己庚 ']])
  expect(sameLines(texts[1], stretches, 'b', edited.b).map(({ pieces }) => pieces.map(({ start, end, stretches: own, differs }) => `${texts[1].slice(start, end)} ${own.join()}${differs ? ' ≠' : ''}`))).toEqual([['辛 ', '甲乙 0', '壬 0 ≠'], ['丁戊 0', '己庚 ']])
})

test('percent with one decimal, half up', () => {
  expect([percentWords(1, 3), percentWords(1, 2000), percentWords(1, 1), percentWords(0, 7), percentWords(0, 0)]).toEqual(['33.3%', '0.1%', '100.0%', '0.0%', '–'])
})
