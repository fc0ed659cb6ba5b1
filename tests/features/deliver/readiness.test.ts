import { expect, test } from 'vitest'
import { aRanking, mixedUnits } from '../rank/aRanking'
import wordsEn from '#core/tables/workbookWords.en.json'
import wordsZh from '#core/tables/workbookWords.zh.json'
import en from '#features/deliver/messages.en.json'
import zh from '#features/deliver/messages.zh.json'
import { readinessOf } from '#features/deliver/readiness'

test('names what is not final: provisional, not begun, without a total', () => {
  expect(readinessOf([aRanking(mixedUnits)])).toEqual({ units: 7, ranked: 4, provisional: ['戊县'], untouched: ['己县'], withoutTotal: ['庚县'] })
})

test('a provisional unit that is ranked is still provisional, and so is one that is all pending nothing settled', () => {
  const ranking = aRanking({ 甲县: [40, 'pending', 40], 乙县: ['pending', 'pending', 'pending'] }, { rankProvisional: true })
  expect(readinessOf([ranking])).toEqual({ units: 2, ranked: 2, provisional: ['甲县'], untouched: ['乙县'], withoutTotal: [] })
})

test('several groups are counted together', () => {
  expect(readinessOf([aRanking({ 甲县: [40, 20, 40] }), aRanking({ 乙县: [] })])).toEqual({ units: 2, ranked: 1, provisional: [], untouched: ['乙县'], withoutTotal: [] })
})

test.each([['zh', zh, wordsZh], ['en', en, wordsEn]] as const)('%s: the sheets are called as they are in the workbook', (_language, words, workbook) => {
  const said = Object.fromEntries(Object.entries(words.workbook.sheets).map(([key, { name }]) => [key, name.replace(/_001.*$/, '')]))
  expect(said).toEqual(workbook.sheets)
})
