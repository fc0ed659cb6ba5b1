import { describe, expect, test } from 'vitest'
import { aRanking, mixedUnits } from './aRanking'
import { pointsOf } from '#core/points'
import { placeOnScale, scaleOfRanges, tableOfRanking, type TableRow } from '#features/rank/table/rankingTable'

function shownOf({ row, total, percent, dimensions }: TableRow) {
  return [row.rank, row.name, total && `${total.low}–${total.high}`, percent, ...dimensions.map(({ kind, low, percent: share, open }) => (kind === 'figure' ? `${low} ${share}%${open > 0 ? '+' : ''}` : kind))]
}

describe('the table of a ranking', () => {
  test('says every number rounded once, and a word where there is none', () => {
    expect(tableOfRanking(aRanking(mixedUnits)).rows.map(shownOf)).toEqual([
      [1, '甲县', '90.50–90.50', '90.50', '60.00 100.00%', '30.50 76.25%'],
      [2, '丙县', '80.00–80.00', '80.00', '50.00 83.33%', '30.00 75.00%'],
      [2, '乙县', '80.00–80.00', '80.00', '50.00 83.33%', '30.00 75.00%'],
      [4, '丁县', '75.00–75.00', '75.00', '45.00 75.00%', 'notApplicable'],
      [null, '己县', null, null, 'undetermined', 'undetermined'],
      [null, '庚县', null, null, 'notApplicable', 'notApplicable'],
      [null, '戊县', '30.00–70.00', '30.00', '30.00 50.00%', 'undetermined'],
    ])
  })

  test('heads carry the full points as the rubric writes them', () => {
    expect(tableOfRanking(aRanking(mixedUnits)).dimensions).toEqual([
      { id: 'A', name: '维度 A', full: '60' },
      { id: 'B', name: '维度 B', full: '40' },
    ])
  })

  test('a share is rounded half up from exact points: 0.603 of 60 is 1.005 %, shown 1.01', () => {
    expect(tableOfRanking(aRanking({ 甲县: [0.6, 0.003, 0] })).rows[0]?.dimensions[0]?.percent).toBe('1.01')
  })

  test('what is left out of a dimension leaves its full marks too: 30 of 40 is 75 %', () => {
    const [figure] = tableOfRanking(aRanking({ 甲县: [30, 'notApplicable', 20] })).rows[0]!.dimensions
    expect([figure?.low, figure?.available, figure?.full, figure?.percent, figure?.counts.notApplicable]).toEqual(['30.00', '40', '60', '75.00', 1])
  })

  test('an open item continues the range, and is not zero', () => {
    const [figure] = tableOfRanking(aRanking({ 甲县: [30, 'pending', 20] })).rows[0]!.dimensions
    expect([figure?.low, figure?.high, figure?.percent, figure?.percentHigh, figure?.open]).toEqual(['30.00', '50.00', '50.00', '83.33', 1])
  })
})

describe('the scale of ranges', () => {
  test('goes by tens from below the lowest low to above the highest high', () => {
    expect(scaleOfRanges(aRanking(mixedUnits))).toEqual({ from: pointsOf(30), to: pointsOf(100) })
  })

  test('one total on a ten still has a width', () => {
    expect(scaleOfRanges(aRanking({ 甲县: [40, 20, 20] }))).toEqual({ from: pointsOf(80), to: pointsOf(90) })
  })

  test('a total stands where it belongs', () => {
    expect([30, 65, 100].map((total) => placeOnScale(pointsOf(total), { from: pointsOf(30), to: pointsOf(100) }))).toEqual(['0.0', '50.0', '100.0'])
  })
})
