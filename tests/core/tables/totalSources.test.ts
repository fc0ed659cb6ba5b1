import { expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { anExcelInput, type MarkDraft } from '../../builders/excelInput'
import { layoutWorkbook } from '#core/tables/layoutWorkbook'
import type { CellModel } from '#core/tables/workbook'

// A base total of several sources in the workbook; that its formulas hold is asked in tests/exchange/excel.

const rubric = aRubric([aGroup('A', 100, [anItem('a', 100)])], {
  totalSources: { own: { label: '书面评审', weight: 80 }, items: [anItem('S', 50, { kind: 'reference', label: '满意度', full: 50 }, { name: '人民满意度', weight: 20 })] },
})
const score = (value: number): MarkDraft => ({ answer: { kind: 'reference', score: value } })
const input = anExcelInput({ rubric, units: [{ name: '甲', marks: { a: 77.5, S: score(41.03) } }, { name: '乙', marks: { a: 80, S: 'pending' } }] })
const { sheets } = layoutWorkbook(input)[0]!

function rowsOf(name: string): (readonly (CellModel | null)[])[] {
  return sheets.find((sheet) => sheet.name === name)!.rows.map(({ cells }) => cells)
}

test('the ranking shows what each source came to, and the total follows from them (vector 16)', () => {
  const [, , heads, first, second] = rowsOf('总排名')
  const from = heads!.findIndex((cell) => cell?.value === '书面评审')
  expect(heads!.slice(from, from + 4).map((cell) => cell?.value)).toEqual(['书面评审', 'S 人民满意度', '基础分', '距首位'])
  expect([first![1]?.value, first![2]?.value, ...first!.slice(from, from + 3).map((cell) => cell?.value)]).toEqual(['甲', 78.41, 77.5, 41.03, 78.41])
  expect([second![1]?.value, second![2]?.value, ...second!.slice(from, from + 3).map((cell) => cell?.value)]).toEqual(['乙', 64, 80, '待核', 64])
  // Open sources are counted with the open items.
  const pending = heads!.findIndex((cell) => cell?.value === '待核')
  expect([first![pending]?.value, second![pending]?.value]).toEqual([0, 1])
})

test('the score sheet has a row for every source, with its weight, and the base as a formula over them', () => {
  const block = rowsOf('评分表_001').filter((cells) => ['书面评审', 'S', '基础分', '总分'].includes(String(cells[0]?.value)) && cells[5]?.value !== undefined).slice(-4)
  expect(block.map((cells) => [cells[0]?.value, cells[1]?.value, cells[4]?.value, cells[5]?.value])).toEqual([
    ['书面评审', '', '', 77.5], ['S', '其他来源 · 权重 20', 50, 41.03], ['基础分', '', '', 78.412], ['总分', '', '', 78.412],
  ])
  expect(block[2]?.[5]?.formula).toBe('100*(80*$F$13/100+IF(ISNUMBER($F$14),20*$F$14/$E$14,0))/(80+IF(ISNUMBER($F$14),20,0))')
})

test('method and rubric sheets say the sources', () => {
  const method = rowsOf('说明').find((cells) => cells[0]?.value === '总分的来源')
  expect(method?.[1]?.value).toBe('书面评审 80（满分 100） · 人民满意度 20（满分 50）。基础分 = 满分 × Σ（权重 × 得分 ÷ 满分）÷ Σ 权重；不适用的来源退出，缺的使总分成为区间。')
  expect(rowsOf('指标体系').filter((cells) => cells[0]?.value === 'S').map((cells) => [cells[1]?.value, cells[4]?.value])).toEqual([['其他来源', 50]])
})
