import { expect, test } from 'vitest'
import { aRanking, mixedUnits } from './aRanking'
import { heatmapOfRanking } from '#features/rank/heatmap/heatmapOfRanking'
import { tableOfRanking } from '#features/rank/table/rankingTable'

const words = { notApplicable: '不适用', undetermined: '未定', unranked: '—' }

test('shares in percent in the order of the ranking; no number where nothing applies or nothing is settled', () => {
  const { rows } = tableOfRanking(aRanking(mixedUnits))
  expect(heatmapOfRanking(rows, words)).toEqual([
    { id: '甲县', place: '1', label: '甲县', cells: [{ kind: 'value', value: 100, text: '100.00' }, { kind: 'value', value: 76.25, text: '76.25' }] },
    { id: '丙县', place: '2', label: '丙县', cells: [{ kind: 'value', value: 83.33, text: '83.33' }, { kind: 'value', value: 75, text: '75.00' }] },
    { id: '乙县', place: '2', label: '乙县', cells: [{ kind: 'value', value: 83.33, text: '83.33' }, { kind: 'value', value: 75, text: '75.00' }] },
    { id: '丁县', place: '4', label: '丁县', cells: [{ kind: 'value', value: 75, text: '75.00' }, { kind: 'none', text: '不适用' }] },
    { id: '己县', place: '—', label: '己县', cells: [{ kind: 'open', text: '未定' }, { kind: 'open', text: '未定' }] },
    { id: '庚县', place: '—', label: '庚县', cells: [{ kind: 'none', text: '不适用' }, { kind: 'none', text: '不适用' }] },
    { id: '戊县', place: '—', label: '戊县', cells: [{ kind: 'value', value: 50, text: '50.00' }, { kind: 'open', text: '未定' }] },
  ])
})

test('an open part is marked, the colour reads the printed number', () => {
  const { rows } = tableOfRanking(aRanking({ 甲县: [39.998, 'pending', 40] }))
  expect(heatmapOfRanking(rows, words)[0]?.cells).toEqual([{ kind: 'value', value: 66.66, text: '66.66+' }, { kind: 'value', value: 100, text: '100.00' }])
})
