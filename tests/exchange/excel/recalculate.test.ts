import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBegun } from '#core/aggregation/itemsOfTree'
import { formatPoints } from '#core/points'
import { layoutWorkbook } from '#core/tables/layoutWorkbook'
import { cellAt } from '#core/tables/cells'
import type { WorkbookModel } from '#core/tables/workbook'
import type { WorkbookInput } from '#core/tables/workbookInput'
import { readWorkbook } from '#exchange/excel/readWorkbook'
import { writeWorkbook } from '#exchange/excel/writeWorkbook'
import { aGroup, anItem, aRubric } from '../../builders/aRubric'
import { aShareOf, anExcelInput, type MarkDraft, type UnitDraft } from '../../builders/excelInput'
import { hasLibreOffice, recalculate } from './recalculate'

const rubric = aRubric([
  aGroup('A', 50, [anItem('A1', 20, { kind: 'judge', criterion: '', step: 0.001 }), aShareOf('A2', 20), anItem('A3', 10, { kind: 'deduct', causes: [{ id: 'x', label: '缺项', perEvent: 0.7 }], floor: 1.3 })]),
  aGroup('B', 30, [aShareOf('B1', 10), aShareOf('B2', 10), aShareOf('B3', 10)]),
  aGroup('C', 20, [anItem('C1', 20, { kind: 'judge', criterion: '', step: 0.001 })]),
])
const share = (numerator: number, denominator: number): MarkDraft => ({ answer: { kind: 'ratio', numerator, denominator } })
const lost = (count: number): MarkDraft => ({ answer: { kind: 'deduct', events: { x: count } } })

/** N/A, pending, thirds, values on the edge of .005, ties, a unit of which nothing is scored and one to which nothing applies. */
const units: readonly UnitDraft[] = [
  { name: '甲', marks: { A1: 20, A2: share(1, 1), A3: lost(0), B1: share(1, 1), B2: share(1, 1), B3: share(1, 1), C1: 16.005 } },
  { name: '乙', marks: { A1: 20, A2: share(1, 1), A3: lost(0), B1: share(1, 1), B2: share(1, 1), B3: share(1, 1), C1: 16.01 } },
  { name: '丙', marks: { A1: 20, A2: share(1, 1), A3: lost(0), B1: share(1, 1), B2: share(1, 1), B3: share(1, 1), C1: 16.004 } },
  { name: '丁', marks: { A1: 0.005, A2: 'notFound', A3: lost(3), B1: share(1, 30), B2: share(1, 30), B3: share(1, 30), C1: 0 } },
  { name: '戊', marks: { A1: 'notApplicable', A2: share(2, 3), A3: 'notApplicable', B1: share(1, 3), B2: share(1, 7), B3: share(5, 11), C1: 7.125 } },
  { name: '己', marks: { A1: 'pending', A2: share(2, 3), A3: 'pending', B1: share(1, 3), C1: 20 } },
  { name: '庚', marks: {} },
  { name: '辛', marks: Object.fromEntries(['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'C1'].map((id) => [id, 'notApplicable' as const])) },
  { name: '壬', marks: { A1: 20, A2: share(1, 1), A3: lost(0), B1: share(1, 1), B2: share(1, 1), B3: share(1, 1), C1: 16.007 } },
  { name: '癸', marks: { A1: 'notApplicable', A2: 'notApplicable', A3: 'notApplicable', B1: 'notApplicable', B2: 'notApplicable', B3: 'notApplicable', C1: 12.001 } },
]

/** Gate 80, bonus to 4, negative list to 5, a cap at 59, a zero, an invalid one. */
const adjusted = aRubric([aGroup('A', 60, [anItem('A1', 40, { kind: 'judge', criterion: '', step: 0.001 }), aShareOf('A2', 20)]), aGroup('B', 40, [anItem('B1', 40, { kind: 'judge', criterion: '', step: 0.001 })])], {
  bonus: { items: [anItem('J1', 3), anItem('J2', 2)], cap: 4, gate: { base: 80, inclusive: true } },
  negative: { items: [anItem('F1', 4, { kind: 'negative', perEvent: 0.5 }), anItem('F2', 90, { kind: 'negative', perEvent: 1 })], cap: 85 },
  vetoes: (['capTotal', 'zero', 'invalid', 'lowerBand'] as const).map((kind, index) =>
    anItem(`V${index + 1}`, 0, { kind: 'veto', criterion: '', effect: kind === 'capTotal' ? { kind, at: 59 } : kind === 'lowerBand' ? { kind, by: 1 } : { kind } }),
  ),
})
const events = (count: number): MarkDraft => ({ answer: { kind: 'negative', events: count } })
const applies: MarkDraft = { answer: { kind: 'veto', applies: true } }
const adjustedUnits: readonly UnitDraft[] = [
  { name: '甲', marks: { A1: 40, A2: share(2, 3), B1: 26.66, J1: 3, J2: 2, F1: events(3) } },
  { name: '乙', marks: { A1: 40, A2: share(1, 3), B1: 33.333, J1: 3, F1: 'notFound' } },
  { name: '丙', marks: { A1: 40, A2: share(2, 3), B1: 26.662, J1: 1.005, V1: { answer: { kind: 'veto', applies: false } } } },
  { name: '丁', marks: { A1: 30, A2: share(2, 3), B1: 26.66, J1: 3, V1: applies } },
  { name: '戊', marks: { A1: 40, A2: share(1, 1), B1: 40, V2: applies } },
  { name: '己', marks: { A1: 40, A2: share(1, 1), B1: 30, V3: applies } },
  { name: '庚', marks: { A1: 40, A2: share(1, 1), B1: 39, J1: 3, J2: 2, V4: applies } },
  { name: '辛', marks: { A1: 1, A2: share(0, 1), B1: 3, F1: events(20), F2: events(100) } },
  { name: '壬', marks: { A1: 'pending', A2: share(1, 7), B1: 40, J1: 'pending', F2: 'pending' } },
  { name: '癸', marks: { A1: 'notApplicable', A2: share(5, 7), B1: 38, J1: 0.5, F1: events(1), V1: 'pending' } },
  { name: '子', marks: {} },
]

/** Written 50, on site 30 of 50, satisfaction 20: scored, pending, N/A, not found, not entered, one that is provisional elsewhere. */
const outside = (id: string, full: number, weight: number) => anItem(id, full, { kind: 'reference', label: id, full }, { weight })
const sourced = { ...adjusted, totalSources: { own: { label: '书面评审', weight: 50 }, items: [outside('S1', 50, 30), outside('S2', 100, 20)] } }
const { bonus: _bonus, negative: _negative, vetoes: _vetoes, ...sourcedOnly } = sourced
const score = (value: number): MarkDraft => ({ answer: { kind: 'reference', score: value } })
const sourcedUnits: readonly UnitDraft[] = [
  { name: '甲', marks: { A1: 40, A2: share(2, 3), B1: 26.66, S1: score(43.1), S2: score(82.06) } },
  { name: '乙', marks: { A1: 40, A2: share(1, 3), B1: 33.333, S1: score(45), S2: 'notApplicable' } },
  { name: '丙', marks: { A1: 40, A2: share(2, 3), B1: 26.662, S1: 'notFound', S2: { answer: { kind: 'reference', exact: '200/3', from: '另一项目' } } } },
  { name: '丁', marks: { A1: 40, A2: share(2, 3), B1: 26.66, S1: score(50) } },
  { name: '戊', marks: { A1: 'notApplicable', A2: share(5, 7), B1: 38, S1: 'notApplicable', S2: 'notApplicable' } },
  { name: '己', marks: { A1: 'pending', A2: share(1, 7), B1: 40, S1: 'pending', S2: { answer: { kind: 'reference', low: '70', high: '80', from: '另一项目' } } } },
  { name: '庚', marks: { S1: score(40), S2: score(90) } },
  { name: '辛', marks: { A1: 'notApplicable', A2: 'notApplicable', B1: 'notApplicable', S1: score(40), S2: score(90) } },
  { name: '壬', marks: {} },
]

describe('every formula, computed anew', () => {
  test.skipIf(!hasLibreOffice()).each([
    { tieRule: 'competition', rankOn: 'rounded', rankProvisional: false, decimals: 2 },
    { tieRule: 'dense', rankOn: 'rounded', rankProvisional: true, decimals: 2 },
    { tieRule: 'dense', rankOn: 'unrounded', rankProvisional: true, decimals: 1 },
    { tieRule: 'competition', rankOn: 'unrounded', rankProvisional: false, decimals: 0 },
  ] as const)('gives the cached value: $tieRule, $rankOn, provisional ranked $rankProvisional, $decimals decimals (needs LibreOffice)', async (settings) => {
    const model = layoutWorkbook(anExcelInput({ rubric, units, settings }))[0]!
    const differences = differing(model, recalculate(await writeWorkbook(model)))
    expect(differences).toEqual([])
  }, 120_000)

  test.skipIf(!hasLibreOffice()).each([
    { name: 'rounded', settings: { decimals: 2 }, rubric: adjusted },
    { name: 'unrounded, provisional units ranked', settings: { rankOn: 'unrounded', rankProvisional: true, decimals: 1 }, rubric: adjusted },
    { name: 'a total that stops at full marks, no gate', settings: {}, rubric: { ...adjusted, bonus: { items: adjusted.bonus!.items, capAtFull: true } } },
    { name: 'within the parent, in weights', settings: {}, rubric: { ...adjusted, notApplicableMethod: 'withinParent', groups: adjusted.groups.map((group, index) => ({ ...group, weight: index === 0 ? 30 : 70 })) } },
  ] as const)('base, bonus, negative list and veto: $name (needs LibreOffice)', async ({ settings, rubric: own }) => {
    const input = anExcelInput({ rubric: own, units: adjustedUnits, settings })
    const model = layoutWorkbook(input)[0]!
    const computed = recalculate(await writeWorkbook(model))
    expect(differing(model, computed)).toEqual([])
    const decimals = input.project.settings.decimals
    const totals = [...totalsIn(computed)].map(([name, total]) => [name, Number.isNaN(Number(total)) ? total : Number(total).toFixed(decimals)])
    expect(new Map(totals as [unknown, string][])).toEqual(totalsOf(input))
  }, 120_000)

  test.skipIf(!hasLibreOffice()).each([
    { name: 'with bonus, negative list and vetoes', settings: {}, rubric: sourced },
    { name: 'alone, unrounded, provisional units ranked', settings: { rankOn: 'unrounded', rankProvisional: true }, rubric: sourcedOnly },
    { name: 'alone, weights that do not add to 100, within the parent', settings: {}, rubric: { ...sourcedOnly, notApplicableMethod: 'withinParent', totalSources: { ...sourced.totalSources, own: { label: '书面评审', weight: 7 } } } },
  ] as const)('a base of several sources: $name (needs LibreOffice)', async ({ settings, rubric: own }) => {
    const input = anExcelInput({ rubric: own, units: sourcedUnits, settings })
    const model = layoutWorkbook(input)[0]!
    const computed = recalculate(await writeWorkbook(model))
    expect(differing(model, computed)).toEqual([])
    expect(totalsIn(computed)).toEqual(totalsOf(input))
  }, 120_000)

  test.skipIf(!hasLibreOffice())('a cached value that lies is found out, so the comparison is worth something (needs LibreOffice)', async () => {
    const model = layoutWorkbook(anExcelInput({ rubric, units: units.slice(0, 2) }))[0]!
    const [method, ranking, ...rest] = model.sheets
    const rows = ranking!.rows.map((row, index) => (index === 3 ? { ...row, cells: row.cells.map((cell, column) => (column === 2 && cell ? { ...cell, value: 12.34 } : cell)) } : row))
    const lying = { ...model, sheets: [method!, { ...ranking!, rows }, ...rest] }
    expect(differing(lying, recalculate(await writeWorkbook(lying)))).toEqual([{ sheet: '总排名', cell: 'C4', cached: 12.34, computed: 96.01 }])
  }, 120_000)

  test.skipIf(!hasLibreOffice())('random marks: the total that the spreadsheet computes is formatPoints of the exact one (needs LibreOffice)', async () => {
    const mark = fc.oneof<fc.Arbitrary<MarkDraft>[]>(
      fc.integer({ min: 0, max: 7_500 }).map((thousandths) => thousandths / 1000),
      fc.constantFrom('notApplicable', 'pending', 'notFound', 'unscored'),
    )
    const ratio = fc.oneof<fc.Arbitrary<MarkDraft>[]>(fc.integer({ min: 1, max: 999 }).chain((d) => fc.integer({ min: 0, max: d }).map((n) => share(n, d))), fc.constantFrom('notApplicable', 'pending'))
    const drafts = fc.array(fc.record({ X1: mark, X2: mark, X3: mark, Y1: ratio, Y2: ratio }), { minLength: 70, maxLength: 70 })
    const judged = (id: string, full: number) => anItem(id, full, { kind: 'judge', criterion: '', step: 0.001 })
    const odd = aRubric([aGroup('X', 29.25, [judged('X1', 7.5), judged('X2', 12.15), judged('X3', 9.6)]), aGroup('Y', 3.75, [aShareOf('Y1', 3.7), aShareOf('Y2', 0.05)])])
    await fc.assert(
      fc.asyncProperty(drafts, fc.constantFrom('competition', 'dense'), async (marks, tieRule) => {
        const input = anExcelInput({ rubric: odd, units: marks.map((own, index) => ({ name: `单位${index}`, marks: own })), settings: { tieRule: tieRule as 'dense', rankProvisional: true } })
        const model = layoutWorkbook(input)[0]!
        const computed = recalculate(await writeWorkbook(model))
        expect(differing(model, computed)).toEqual([])
        expect(totalsIn(computed)).toEqual(totalsOf(input))
      }),
      { numRuns: 2 },
    )
  }, 240_000)
})

interface Difference {
  readonly sheet: string
  readonly cell: string
  readonly cached: string | number
  readonly computed: string | number | boolean | undefined
}

/** Formula cells whose computed value is another than the model's, to the ninth digit. */
function differing(model: WorkbookModel, bytes: Uint8Array): Difference[] {
  const read = readWorkbook(bytes)
  if (!read.ok) throw new Error(read.problem.kind)
  let compared = 0
  const differences = model.sheets.flatMap((sheet) => {
    const cells = read.value.find(({ name }) => name === sheet.name)?.cells
    return sheet.rows.flatMap((row, r) =>
      row.cells.flatMap((cell, c): Difference[] => {
        if (cell?.formula === undefined) return []
        compared += 1
        const computed = cells?.get(cellAt(r, c))?.value
        const same = typeof computed === 'number' && typeof cell.value === 'number' ? Math.abs(computed - cell.value) < 1e-9 : computed === cell.value
        return same ? [] : [{ sheet: sheet.name, cell: cellAt(r, c), cached: cell.value, computed }]
      }),
    )
  })
  expect(compared).toBeGreaterThan(50)
  return differences
}

/** Unit → shown total, as the spreadsheet computed it in the matrix. */
function totalsIn(bytes: Uint8Array): Map<unknown, string> {
  const read = readWorkbook(bytes)
  if (!read.ok) throw new Error(read.problem.kind)
  const { cells } = read.value.find(({ name }) => name === '指标得分矩阵')!
  const totals = new Map<unknown, string>()
  for (let row = 6; cells.has(`A${row}`); row += 1) {
    const value = cells.get(`B${row}`)?.value
    totals.set(cells.get(`A${row}`)?.value, typeof value === 'number' ? value.toFixed(2) : String(value))
  }
  return totals
}

/** Unit → shown total, exact: with a place or a score there is a number, else a word. */
function totalsOf(input: WorkbookInput): Map<unknown, string> {
  return new Map(
    input.rankings[0]!.rows.map(({ name, tree, rank }) => {
      if (!tree.total) return [name, '不适用']
      return [name, rank === null && !isBegun(tree) ? '未定' : formatPoints(tree.total.low, input.project.settings.decimals)]
    }),
  )
}
