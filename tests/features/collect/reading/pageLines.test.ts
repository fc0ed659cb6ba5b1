import { expect, test } from 'vitest'
import { layoutPage } from '#features/collect/reading/pageLines'

const none = { headings: [], cited: [], shown: [], pages: [], parts: [], edited: [] }

test('lines are cut at headings, citations and what is shown', () => {
  const [line] = layoutPage('一、安排。明年做好', { ...none, headings: [{ start: 0, end: 5, depth: 1 }], cited: [{ start: 5, end: 7 }], shown: [{ start: 6, end: 9 }] })
  expect(line?.pieces.map(({ start, end, heading, isCited, isShown }) => [start, end, heading, isCited, isShown])).toEqual([[0, 5, 1, false, false], [5, 6, 0, true, false], [6, 7, 0, true, true], [7, 9, 0, false, true]])
})

test('a page is told of at its line, at the next one when its own is blank, in the midst of a line where it turns', () => {
  const lines = layoutPage('甲乙\n\n丙丁戊\n', { ...none, pages: [0, 3, 6] })
  expect(lines.map(({ start, pages, pieces }) => [start, pages, pieces.flatMap(({ page, start: at }) => (page ? [[at, page]] : []))])).toEqual([[0, [1], []], [3, [], []], [4, [2], [[6, 3]]], [8, [], []]])
})

test('the part of a line, and whether it begins there; a part within another wins', () => {
  const parts = [{ part: 'measures', start: 0, end: 8 }, { part: 'problems', start: 3, end: 5 }]
  expect(layoutPage('甲乙\n丙丁\n戊己', { ...none, parts }).map(({ part }) => part)).toEqual([{ name: 'measures', isFirst: true }, { name: 'problems', isFirst: true }, { name: 'measures', isFirst: false }])
})

test('a line that an edit touched', () => {
  expect(layoutPage('甲\n乙\n丙', { ...none, edited: [{ start: 2, end: 3 }] }).map(({ isEdited }) => isEdited)).toEqual([false, true, false])
})
