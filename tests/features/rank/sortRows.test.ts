import { describe, expect, test } from 'vitest'
import { aRanking, mixedUnits } from './aRanking'
import { filterRows, noFilter, type RowFilter } from '#features/rank/table/filterRows'
import { tableOfRanking, type TableRow } from '#features/rank/table/rankingTable'
import { nextOrder, sortRows, type SortColumn, type SortOrder } from '#features/rank/table/sortRows'
import { entriesOf } from '#features/rank/table/tableEntries'

const { rows } = tableOfRanking(aRanking(mixedUnits))
const bands = ['优秀', '良好', '合格', '不合格']
const names = (some: readonly TableRow[]) => some.map(({ row }) => row.name.slice(0, 1)).join('')
const sorted = (column: SortColumn, direction: SortOrder['direction']) => names(sortRows(rows, { column, direction }, bands))

describe('sorting', () => {
  test('without an order the ranking stands', () => {
    expect(names(sortRows(rows, null, bands))).toBe('甲丙乙丁己庚戊')
  })

  test.each<[SortColumn, string, string]>([
    ['place', '甲丙乙丁己庚戊', '丁丙乙甲己庚戊'],
    ['total', '戊丁丙乙甲己庚', '甲丙乙丁戊己庚'],
    ['percent', '戊丁丙乙甲己庚', '甲丙乙丁戊己庚'],
    ['band', '甲丙乙丁己庚戊', '丁丙乙甲己庚戊'],
    ['gap', '丁丙乙甲己庚戊', '甲丙乙丁己庚戊'],
    ['dimension:B', '丙乙甲丁己庚戊', '甲丙乙丁己庚戊'],
    ['dimension:A', '戊丁丙乙甲己庚', '甲丙乙丁戊己庚'],
    ['range', '甲丙乙丁戊己庚', '戊甲丙乙丁己庚'],
    ['pending', '甲丙乙丁己庚戊', '戊甲丙乙丁己庚'],
    ['unscored', '甲丙乙丁庚戊己', '己甲丙乙丁庚戊'],
    ['notApplicable', '甲丙乙己戊丁庚', '庚丁甲丙乙己戊'],
  ])('%s: ties keep the order of the ranking, what has no value stands last', (column, ascending, descending) => {
    expect([sorted(column, 'ascending'), sorted(column, 'descending')]).toEqual([ascending, descending])
  })

  test('a press goes through three states; numbers begin with the highest', () => {
    const first = nextOrder(null, 'total')
    const second = nextOrder(first, 'total')
    expect([first, second, nextOrder(second, 'total')]).toEqual([{ column: 'total', direction: 'descending' }, { column: 'total', direction: 'ascending' }, null])
    expect(nextOrder(first, 'name')).toEqual({ column: 'name', direction: 'ascending' })
  })

  test('those without a place stay below the rule, whatever the order', () => {
    const entries = entriesOf(sortRows(rows, { column: 'total', direction: 'ascending' }, bands))
    expect(entries.map((entry) => (entry.kind === 'row' ? entry.row.row.name.slice(0, 1) : `rule ${entry.count}`))).toEqual(['丁', '丙', '乙', '甲', 'rule 3', '戊', '己', '庚'])
  })

  test('where all have a place there is no rule', () => {
    expect(entriesOf(rows.slice(0, 2)).map(({ kind }) => kind)).toEqual(['row', 'row'])
  })
})

describe('filtering', () => {
  test.each<[Partial<RowFilter>, string]>([
    [{}, '甲丙乙丁己庚戊'],
    [{ text: ' 丙 ' }, '丙'],
    [{ band: '良好' }, '丙乙'],
    [{ band: '' }, '己庚戊'],
    [{ state: 'settled' }, '甲丙乙丁'],
    [{ state: 'provisional' }, '己戊'],
    [{ state: 'unranked' }, '己庚戊'],
    [{ state: 'tied' }, '丙乙'],
    [{ state: 'notApplicable' }, '丁庚'],
    [{ state: 'tied', text: '乙' }, '乙'],
  ])('%o', (part, expected) => {
    expect(names(filterRows(rows, { ...noFilter, ...part }))).toBe(expected)
  })

  test('full-width letters find half-width ones', () => {
    const table = tableOfRanking(aRanking({ 'Ａ1 开发区': [40, 20, 40] }))
    expect(filterRows(table.rows, { ...noFilter, text: 'a１开' }).length).toBe(1)
  })

  test('places stay those of the whole group', () => {
    expect(filterRows(rows, { ...noFilter, text: '丁' }).map(({ row }) => row.rank)).toEqual([4])
  })
})
