import { describe, expect, test } from 'vitest'
import { flattenOutline } from '#core/text/flattenOutline'
import { splitOutline } from '#core/text/splitOutline'
import { hitPlace } from '#features/search/hitPlace'
import { markLines } from '#features/search/markLines'

const text = '一、举措\n\n(二)复议\n受理复议３２件，复议复议。\n'

describe('markLines', () => {
  test('lines without the blank ones; places marked, width aside, overlapping ones as one', () => {
    const lines = markLines(text, ['复议', '32', '议复'], new Map(flattenOutline(splitOutline(text)).map(({ start, headingEnd }) => [start, headingEnd])))
    const show = lines.map(({ heading, pieces }) => [heading, pieces.map(({ start, end, mark }) => (mark ? `[${text.slice(start, end)}]` : text.slice(start, end))).join('')])
    expect(show).toEqual([
      [true, '一、举措'],
      [true, '(二)[复议]'],
      [false, '受理[复议][３２]件，[复议复议]。'],
    ])
  })

  test('a number that runs into its paragraph makes no heading', () => {
    expect(markLines('1.受理。共3件', [], new Map([[0, 4]])).map(({ heading }) => heading)).toEqual([false])
  })

  test('a phrase over a line break is marked in both lines', () => {
    expect(markLines('甲乙\n丙', ['乙\n丙'], new Map()).map(({ pieces }) => pieces.map(({ mark }) => mark))).toEqual([[false, true], [true]])
  })
})

describe('hitPlace', () => {
  const outline = splitOutline(text)
  test('numbers of the chapters above a place and the nearest heading', () => {
    expect(hitPlace(outline, text.indexOf('受理'))).toEqual({ chapter: '一、(二)', heading: '复议' })
  })
  test('before the first chapter there is none', () => {
    expect(hitPlace(splitOutline('前言。\n一、举措'), 1)).toEqual({ chapter: '', heading: '' })
  })
})
