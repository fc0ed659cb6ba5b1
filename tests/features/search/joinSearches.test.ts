import { describe, expect, test } from 'vitest'
import type { UnitId } from '#core/ids'
import { joinSearches } from '#features/search/joinSearches'
import { aHit } from './aHit.js'

const units = ['甲', '乙', '丙', '丁'] as UnitId[]
const withReport = new Set(['甲', '乙', '丙'] as UnitId[])

describe('joinSearches', () => {
  test('one phrase: who holds it, who lacks it, who has no report', () => {
    const hits = [aHit('丙', 4), aHit('甲', 9), aHit('甲', 2)]
    expect(joinSearches(units, withReport, [{ hits, total: 3, reports: 2 }])).toEqual({
      found: [
        { unitId: '甲', hits: [{ ...hits[2], phrase: 0 }, { ...hits[1], phrase: 0 }] },
        { unitId: '丙', hits: [{ ...hits[0], phrase: 0 }] },
      ],
      without: ['乙'], noReport: ['丁'], unitCount: 2, placeCount: 3, complete: true,
    })
  })

  test('several phrases: only reports that hold all, their places in the order of the text', () => {
    const first = [aHit('甲', 8), aHit('乙', 1)]
    const second = [aHit('甲', 3, { quote: '应诉' }), aHit('丙', 5, { quote: '应诉' })]
    expect(joinSearches(units, withReport, [{ hits: first, total: 2, reports: 2 }, { hits: second, total: 2, reports: 2 }])).toEqual({
      found: [{ unitId: '甲', hits: [{ ...second[0], phrase: 1 }, { ...first[0], phrase: 0 }] }],
      without: ['乙', '丙'], noReport: ['丁'], unitCount: 1, placeCount: 2, complete: true,
    })
  })

  test('while not every place is listed, nobody is said to lack it; one phrase is counted in full all the same', () => {
    const hits = [aHit('甲', 1)]
    expect(joinSearches(units, withReport, [{ hits, total: 7, reports: 2 }])).toEqual({
      found: [{ unitId: '甲', hits: [{ ...hits[0], phrase: 0 }] }], without: [], noReport: ['丁'], unitCount: 2, placeCount: 7, complete: false,
    })
    const other = [aHit('甲', 5, { quote: '应诉' })]
    expect(joinSearches(units, withReport, [{ hits, total: 7, reports: 2 }, { hits: other, total: 1, reports: 1 }])).toMatchObject({ unitCount: 1, placeCount: 2, complete: false, without: [] })
  })

  test('a unit that was taken away since is not shown', () => {
    expect(joinSearches(['乙'] as UnitId[], new Set(['乙'] as UnitId[]), [{ hits: [aHit('甲', 1)], total: 1, reports: 1 }]).found).toEqual([])
  })
})
