import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { SheetModel, WorkbookModel } from '#core/tables/workbook'
import { layoutWorkbook } from '#core/tables/layoutWorkbook'
import { cellAt } from '#core/tables/cells'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { aShareOf, anExcelInput, aSmallRubric, type UnitDraft } from '../../builders/excelInput'
import { deepFreeze } from '../../builders/deepFreeze'

const third = { answer: { kind: 'ratio', numerator: 1, denominator: 3 }, note: '=1+1', quotes: ['第一段。', '第二段。'] } as const

/** 甲: 3 + 2/3 + 4 of 10 = 7.67 · 乙: A1 不适用, (2/3 + 2) of 6 × 10 = 4.44 · 丙: A1 待核, so 2/3 … 4 2/3 · 丁: nothing yet · 戊: nothing applies. */
const five: readonly UnitDraft[] = [
  { name: '甲县', marks: { A1: 3, A2: third, B1: 4 } },
  { name: '乙县', marks: { A1: 'notApplicable', A2: third, B1: 2 } },
  { name: '丙县', marks: { A1: 'pending', A2: third, B1: 'notFound' } },
  { name: '丁县', marks: {} },
  { name: '戊县', marks: { A1: 'notApplicable', A2: 'notApplicable', B1: 'notApplicable' } },
]

describe('layoutWorkbook', () => {
  test('a small case as a whole, against the golden model', () => {
    const [model, ...more] = layoutWorkbook(deepFreeze(anExcelInput({ units: five })))
    expect(more).toEqual([])
    const golden: unknown = JSON.parse(readFileSync(new URL('golden/five-units.json', import.meta.url), 'utf8'))
    expect(readable(model!)).toEqual(golden)
  })

  test('totals by hand: 7.67; 2 2/3 of 6 is 4.44; a range; words where there is no total', () => {
    const ranking = layoutWorkbook(anExcelInput({ units: five }))[0]!.sheets[1]!
    expect(columnsOf(ranking, ['A', 'B', 'C', 'H', 'I', 'J', 'N'], 4, 8)).toEqual([
      [1, '甲县', 7.67, 0, '—', '—', ''],
      [2, '乙县', 4.44, -3.23, '—', '—', '不适用项超过满分的 20%'],
      ['未排名', '丁县', '未定', '—', '—', '—', '尚未评分'],
      ['未排名', '丙县', 0.67, '—', 0.67, 4.67, '有待核或未评项，未参加排名'],
      ['未排名', '戊县', '不适用', '—', '—', '—', '全部评分项不适用，无总分'],
    ])
  })

  test('what follows the base: 79.995 reads as 80.00 and reaches the gate; 5 of bonus is capped at 4; a veto caps at 59', () => {
    const rubric = aRubric([aGroup('A', 100, [anItem('A1', 100, { kind: 'judge', criterion: '', step: 0.001 })])], {
      bonus: { items: [anItem('J1', 3), anItem('J2', 2)], cap: 4, gate: { base: 80, inclusive: true } },
      negative: { items: [anItem('F1', 5, { kind: 'negative', perEvent: 0.5 })] },
      vetoes: [anItem('V1', 0, { kind: 'veto', criterion: '', effect: { kind: 'capTotal', at: 59 } })],
    })
    const marks = { A1: 79.995, J1: 3, J2: 2, F1: { answer: { kind: 'negative', events: 3 } } } as const
    const units: readonly UnitDraft[] = [
      { name: '甲', marks },
      { name: '乙', marks: { ...marks, A1: 79.994 } },
      { name: '丙', marks: { ...marks, V1: { answer: { kind: 'veto', applies: true } } } },
    ]
    const { sheets } = layoutWorkbook(anExcelInput({ rubric, units }))[0]!
    expect(columnsOf(sheets[1]!, ['A', 'B', 'C', 'G', 'H', 'I', 'J'], 4, 6)).toEqual([
      [1, '甲', 82.5, 80, 4, -1.5, '—'],
      [2, '乙', 78.49, 79.99, 0, -1.5, '—'],
      [3, '丙', 59, 80, 4, -1.5, '总分不超过 59 分'],
    ])
    const own = sheets.find(({ name }) => name === '评分表_003')!
    expect([cell(own, 'B3')?.formula, cell(own, 'F16')?.formula, cell(own, 'F18')?.formula, cell(own, 'F20')?.formula]).toEqual([
      'ROUND(ROUND($F$20,9),2)', 'IF(ROUND(ROUND($F$13,9),2)>=80,MIN(4,SUM($F$14:$F$15)),0)', 'SUM($F$17:$F$17)', 'MIN(59,MAX(0,$F$13+$F$16-$F$18))',
    ])
  })

  test('provisional units are ranked by the low end where the project says so, open items at their minimum', () => {
    const rubric = aRubric([aGroup('A', 10, [anItem('A1', 4, { kind: 'deduct', causes: [{ id: 'x', label: 'x', perEvent: 1 }], floor: 0.5 }), anItem('A2', 6)])])
    const input = anExcelInput({ rubric, settings: { rankProvisional: true }, units: [{ name: '甲', marks: { A1: 'pending', A2: 2 } }, { name: '乙', marks: { A1: { answer: { kind: 'deduct', events: { x: 2 } } }, A2: 2 } }] })
    const sheets = layoutWorkbook(input)[0]!.sheets
    expect(columnsOf(sheets[1]!, ['A', 'B', 'C', 'E', 'H', 'I'], 4, 5)).toEqual([
      [1, '乙', 4, '不合格', '—', '—'],
      [2, '甲', 2.5, '不合格', 2.5, 6],
    ])
    expect(cell(sheets[3]!, 'B7')?.formula).toBe('ROUND(ROUND($B$5*(SUM($G$7:$H$7)+0.5*OR($G$7="待核",$G$7="未评"))/F7,9),2)')
  })

  test('unrounded totals: the ranking reads nine digits where they tell the units apart, and says plain places where they do not', () => {
    const rubric = aRubric([aGroup('A', 10, [aShareOf('A1', 10)])])
    const share = (numerator: number, denominator: number) => ({ A1: { answer: { kind: 'ratio', numerator, denominator } } as const })
    const units = [{ name: '甲', marks: share(1, 3) }, { name: '乙', marks: share(333, 1000) }]
    const close = [...units, { name: '丙', marks: share(33_333_333_333, 100_000_000_000) }]
    const places = (drafts: readonly UnitDraft[]) => {
      const { sheets } = layoutWorkbook(anExcelInput({ rubric, settings: { rankOn: 'unrounded' }, units: drafts }))[0]!
      return drafts.map((_, index) => cell(sheets[1]!, `A${4 + index}`)).map((found) => [found?.value, found?.formula])
    }
    expect(places(units)).toEqual([
      [1, 'RANK(指标得分矩阵!$G$6,指标得分矩阵!$G$6:$G$7,0)'],
      [2, 'RANK(指标得分矩阵!$G$7,指标得分矩阵!$G$6:$G$7,0)'],
    ])
    expect(places(close)).toEqual([[1, undefined], [2, undefined], [3, undefined]])
  })

  test('more than 100 units: score sheets in a second workbook, without links or formulas into the first', () => {
    const units = Array.from({ length: 101 }, (_, index) => ({ name: `单位${index + 1}`, marks: { A1: (index % 5) * 0.8, A2: third, B1: 1 } }))
    const [first, second] = layoutWorkbook(anExcelInput({ units }))
    expect(first!.sheets.map(({ name }) => name)).toEqual(['说明', '总排名', '一级指标得分', '指标得分矩阵', '指标体系'])
    expect(second!.sheets.map(({ name }) => name)).toEqual(['说明', ...Array.from({ length: 101 }, (_, index) => `评分表_${String(index + 1).padStart(3, '0')}`)])
    expect(second!.sheets.slice(1).map((sheet) => cell(sheet, 'A1')?.value)).toEqual(units.map(({ name }) => name))
    for (const model of [first!, second!]) {
      const names = model.sheets.map(({ name }) => name)
      const cells = model.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
      expect(cells.flatMap((found) => found?.link?.sheet ?? []).filter((name) => !names.includes(name))).toEqual([])
      expect(cells.flatMap((found) => found?.formula?.match(/[^\s"(+*/,:<>=]+(?=!)/g) ?? []).filter((name) => !names.includes(name))).toEqual([])
    }
  })

  test('several groups: a ranking sheet each, the matrix in their order', () => {
    const units = [{ name: '甲', group: '县/区', marks: { A1: 1, A2: third, B1: 1 } }, { name: '乙', group: '市', marks: { A1: 2, A2: third, B1: 1 } }, { name: '丙', group: '县/区', marks: { A1: 3, A2: third, B1: 1 } }]
    const { sheets } = layoutWorkbook(anExcelInput({ units }))[0]!
    expect(sheets.map(({ name }) => name)).toEqual(['说明', '总排名_县区', '总排名_市', '一级指标得分', '指标得分矩阵', '评分表_001', '评分表_002', '评分表_003', '指标体系'])
    expect(columnsOf(sheets[4]!, ['A', 'B'], 6, 8)).toEqual([['丙', 4.67], ['甲', 2.67], ['乙', 3.67]])
    expect(columnsOf(sheets[2]!, ['A', 'B', 'C'], 4, 4)).toEqual([[1, '乙', 3.67]])
  })

  test('text longer than a cell holds is cut and says so', () => {
    const quotes = ['甲'.repeat(40_000)]
    const input = anExcelInput({ rubric: aSmallRubric(), units: [{ name: '甲县', marks: { A1: 1, A2: { ...third, quotes }, B1: 1 } }] })
    const text = String(cell(layoutWorkbook(input)[0]!.sheets[4]!, 'J7')?.value)
    const notice = '……（单元格至多容纳 32,767 字，此处截断；全文共 40000 字，见系统内原件）'
    expect(text).toBe('甲'.repeat(32_767 - notice.length) + notice)
  })

  test('a unit that is ranked but has no scores, or scores but no ranking, is a mistake of the caller', () => {
    const input = anExcelInput({ units: five })
    expect(() => layoutWorkbook({ ...input, rankings: [] })).toThrow('units in no ranking')
    expect(() => layoutWorkbook({ ...input, units: input.units.slice(1) })).toThrow('ranked unit without scores')
  })
})

function cell(sheet: SheetModel, address: string) {
  for (const [r, row] of sheet.rows.entries()) {
    const c = row.cells.findIndex((_, column) => cellAt(r, column) === address)
    if (c >= 0) return row.cells[c] ?? null
  }
  return null
}

function columnsOf(sheet: SheetModel, columns: readonly string[], from: number, to: number): (string | number | undefined)[][] {
  return Array.from({ length: to - from + 1 }, (_, index) => columns.map((column) => cell(sheet, `${column}${from + index}`)?.value))
}

/** The model with its cells by address, one line each: a difference can be read. */
function readable(model: WorkbookModel): unknown {
  return {
    ...model,
    sheets: model.sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      heights: rows.map(({ height }) => height),
      cells: Object.fromEntries(rows.flatMap((row, r) => row.cells.flatMap((found, c) => (found ? [[cellAt(r, c), [found.style, found.value, ...(found.formula === undefined ? [] : [`=${found.formula}`]), ...(found.link ? [`→ ${found.link.sheet}!${found.link.cell}`] : [])]]] : [])))),
    })),
  }
}

describe('changes of the rules while the project stood', () => {
  const texts = (model: WorkbookModel | undefined) => model?.sheets[0]?.rows.map((row) => row.cells.map((cell) => cell?.value)) ?? []

  test('say when, by whom, what and why, and nothing where there was none', () => {
    const input = anExcelInput({ units: [{ name: '甲', marks: {} }] })
    const { settings } = input.project
    const change = { atText: '2025-03-05 10:00 (UTC+08:00)', by: '评估组', reason: '按会议纪要', from: settings, to: { ...settings, decimals: 1, rankProvisional: !settings.rankProvisional } }
    const [changed] = layoutWorkbook({ ...input, project: { ...input.project, settingsChanges: [change] } })
    expect(texts(changed)).toContainEqual([change.atText, '评估组：舍入 · 暂定单位。理由：按会议纪要'])
    const [unchanged] = layoutWorkbook(input)
    expect(texts(unchanged).flat()).not.toContain('规则修改记录')
  })
})
