import { describe, expect, test } from 'vitest'
import type { UnitId } from '#core/ids'
import { arrangeFound } from '#features/search/arrangeFound'
import { aHit } from './aHit.js'

const units = ['甲', '乙', '丙', '丁'] as UnitId[]
const withReport = new Set(['甲', '乙', '丙'] as UnitId[])

function counts(...of: [string, ...number[]][]) {
  return of.map(([unitId, ...list]) => ({ unitId: unitId as UnitId, counts: list }))
}

describe('arrangeFound', () => {
  test('one phrase: who holds it, who lacks it, who has no report', () => {
    const hits = [aHit('甲', 2), aHit('甲', 9), aHit('丙', 4)]
    expect(arrangeFound(units, withReport, { units: counts(['甲', 2], ['乙', 0], ['丙', 1]), hits, total: 3 })).toEqual({
      found: [{ unitId: '甲', count: 2, hits: hits.slice(0, 2) }, { unitId: '丙', count: 1, hits: hits.slice(2) }],
      without: [{ unitId: '乙', lacks: [0] }], noReport: ['丁'], placeCount: 3, complete: true,
    })
  })

  test('several phrases: only reports that hold all; of the others, which they lack', () => {
    const hits = [aHit('甲', 3, { phrase: 1, quote: '应诉' }), aHit('甲', 8)]
    expect(arrangeFound(units, withReport, { units: counts(['甲', 1, 1], ['乙', 1, 0], ['丙', 0, 0]), hits, total: 2 })).toEqual({
      found: [{ unitId: '甲', count: 2, hits }],
      without: [{ unitId: '乙', lacks: [1] }, { unitId: '丙', lacks: [0, 1] }], noReport: ['丁'], placeCount: 2, complete: true,
    })
  })

  test('while not every place is listed, all units are counted and named all the same', () => {
    const hits = [aHit('甲', 1)]
    expect(arrangeFound(units, withReport, { units: counts(['甲', 5], ['乙', 0], ['丙', 2]), hits, total: 7 })).toEqual({
      found: [{ unitId: '甲', count: 5, hits }, { unitId: '丙', count: 2, hits: [] }],
      without: [{ unitId: '乙', lacks: [0] }], noReport: ['丁'], placeCount: 7, complete: false,
    })
  })

  test('a unit that was taken away since is not shown', () => {
    expect(arrangeFound(['乙'] as UnitId[], new Set(['乙'] as UnitId[]), { units: counts(['甲', 1]), hits: [aHit('甲', 1)], total: 1 })).toEqual({ found: [], without: [], noReport: [], placeCount: 1, complete: true })
  })
})
