import { expect, test } from 'vitest'
import { compareStandings } from '#core/ranking/compareStandings'
import { aRanking, mixedUnits } from '../../features/rank/aRanking'

test('the same ranking twice: nothing changes', () => {
  const ranking = aRanking(mixedUnits)
  expect(compareStandings([ranking], [ranking])).toEqual({ units: 7, ranks: 0, bands: 0, totals: 0, changes: [] })
})

test('provisional units get places and move nobody above them; a band gained counts', () => {
  const before = aRanking(mixedUnits)
  const after = aRanking(mixedUnits, { rankProvisional: true, bands: [{ name: '好', from: 80 }, { name: '差', from: 0 }] })
  const compared = compareStandings([before], [after])
  // 甲 90.5, 乙 and 丙 80, 丁 45 of 60 = 75, 戊 from 30 to 70: all in other bands, 戊 with a place.
  expect({ units: compared.units, ranks: compared.ranks, bands: compared.bands, totals: compared.totals }).toEqual({ units: 7, ranks: 1, bands: 5, totals: 0 })
  expect(compared.changes.map(({ name, before: was, after: is }) => [name, was.rank, was.band, is.rank, is.band])).toEqual([
    ['甲县', 1, '优秀', 1, '好'],
    ['丙县', 2, '良好', 2, '好'],
    ['乙县', 2, '良好', 2, '好'],
    ['丁县', 4, '合格', 4, '差'],
    ['戊县', null, null, 5, '差'],
  ])
})

test('other decimals change what is printed, and ties with it', () => {
  const units = { 甲县: [40, 20, 30.04], 乙县: [40, 20, 30.01] } as const
  const compared = compareStandings([aRanking(units)], [aRanking(units, { decimals: 1 })])
  // 90.04 and 90.01 both read 90.0: 乙 moves up to the first place.
  expect({ ranks: compared.ranks, bands: compared.bands, totals: compared.totals, changes: compared.changes.map(({ name, before, after }) => [name, before.rank, after.rank]) }).toEqual({
    ranks: 1, bands: 0, totals: 2, changes: [['乙县', 2, 1]],
  })
})

test('a unit that one ranking has not is not compared', () => {
  expect(compareStandings([aRanking({ 甲县: [40, 20, 30] })], [aRanking({ 甲县: [40, 20, 30], 乙县: [1, 1, 1] })])).toMatchObject({ units: 1, changes: [] })
})
