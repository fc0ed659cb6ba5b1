import { isBegun } from '#core/aggregation/itemsOfTree'
import { type Points, dividePoints, pointsOf } from '#core/points'
import { cellAt, fixedCellAt, fixedRange, heightOfText, makeBand, makeCell, makeFittedRow, makeRow, widthsOfNumbers } from '#core/tables/cells'
import { chainCells } from '#core/tables/layoutSettlement'
import { numberOfPoints } from '#core/tables/numberOfPoints'
import { addsUp } from '#core/tables/addsUp'
import { type PlannedUnit, type WorkbookPlan, matrixHeadRows, scoreSheetHeadRows } from '#core/tables/planWorkbook'
import { type ScoreCells, formulaOfAvailable, formulaOfHigh, formulaOfLow, formulaRounded, formulaWhereScored, roundedNumber } from '#core/tables/scoreFormulas'
import type { CellModel, CellStyle, Merge, SheetModel } from '#core/tables/workbook'

/** Columns of the matrix before its items; the last only where `plan.matrixHeadColumns` has room for it. */
export const matrixColumns = { unit: 0, total: 1, highest: 2, percent: 3, earned: 4, available: 5, unrounded: 6 } as const
const fullsRow = matrixHeadRows - 1

/**
 * 指标得分矩阵: units × items. Points are numbers, states are words (missing is never zero), 未找到 shows its points with a mark.
 * Totals, shares and the range are formulas over the row; where the score sheets are in the same file, the cells point at them.
 */
export function layoutMatrix(plan: WorkbookPlan): SheetModel {
  const { words, project } = plan.input
  const { columns, matrix } = words
  const { matrixHeadColumns } = plan
  const width = matrixHeadColumns + plan.items.length
  const heads = [columns.unit, columns.total, columns.highest, columns.percent, columns.earned, columns.available, columns.unrounded].slice(0, matrixHeadColumns)
  const dimensionHeads = plan.items.map(({ dimension }, index) => makeCell(index === dimension.first ? `${dimension.id} ${dimension.name}` : '', 'header'))
  const { points, percent } = widthsOfNumbers(project.settings.decimals)
  const widths = [...[28, points, points, percent, points, points, 16].slice(0, matrixHeadColumns), ...plan.items.map(() => points)]
  return {
    name: plan.sheets.matrix,
    columns: widths,
    rows: [
      makeBand(`${project.name} · ${words.sheets.matrix}`, 'title', 1, 26),
      makeRow([makeCell(matrix.legend, 'note')], heightOfText(matrix.legend, 120)),
      makeRow([...heads.map((text) => makeCell(text, 'header')), ...dimensionHeads], 22),
      makeRow([...heads.map(() => makeCell('', 'header')), ...plan.items.map(({ item }) => makeCell(`${item.id}\n${item.name}`, 'header'))], 64),
      fullsOf(plan),
      ...plan.units.map((unit, index) => makeFittedRow(rowOf(plan, unit, matrixHeadRows + index), widths)),
    ],
    frozenRows: matrixHeadRows,
    frozenColumns: 2,
    merges: [
      { row: 1, column: 0, rows: 1, columns: Math.min(16, width) },
      ...heads.map((_, column): Merge => ({ row: 2, column, rows: 2, columns: 1 })),
      ...plan.dimensions.filter(({ first, last }) => last > first).map(({ first, last }): Merge => ({ row: 2, column: matrixHeadColumns + first, rows: 1, columns: last - first + 1 })),
    ],
    print: { orientation: 'landscape', repeatRows: [2, fullsRow], repeatColumns: [0, 1], pagesWide: Math.max(1, Math.ceil(plan.items.length / 18)) },
    autoFilter: plan.units.length === 0 ? null : { row: fullsRow, firstColumn: 0, lastColumn: width - 1, lastRow: fullsRow + plan.units.length },
  }
}

/** The row of full marks, which the formulas read. */
function fullsOf(plan: WorkbookPlan) {
  const { columns } = plan.input.words
  const blanks = Array.from({ length: plan.matrixHeadColumns - 2 }, () => makeCell('', 'headerPoints'))
  const whole = makeCell(numberOfPoints(plan.full), 'headerPoints')
  return makeRow([makeCell(columns.full, 'headerLeft'), whole, ...blanks, ...plan.items.map(({ item }) => makeCell(item.full, 'headerPoints'))], 20)
}

function rowOf(plan: WorkbookPlan, unit: PlannedUnit, row: number): (CellModel | null)[] {
  const { decimals } = unit.ranking
  const { words } = plan.input
  const { tree } = unit.input
  const cells = matrixCells(plan, unit, row, { first: 0, last: plan.items.length - 1 })
  const whole = fixedCellAt(fullsRow, matrixColumns.total)
  const available = cellAt(row, matrixColumns.available)
  const low = formulaOfLow(cells, words)
  const lowStyle: CellStyle = unit.row.provisional ? 'pointsProvisional' : 'pointsStrong'
  const rate = tree.total && dividePoints(tree.total.low, plan.full)
  const sums = addsUp(plan, unit)
  const figure = (exact: Points | null, formula: string | null, style: CellStyle, digits = decimals) => figureCell(plan, unit, available, cells, { exact, formula, style, decimals: digits })
  const chain = chainCells(plan, unit)
  const total = chain ? chain.total : sums.base && !plan.adjusted ? `${whole}*(${low})/${available}` : null
  const highest = sums.baseHigh && !plan.adjusted ? `${whole}*(${formulaOfHigh(cells, words)})/${available}` : null
  return [
    makeCell(unit.input.unit.name, plan.split ? 'text' : 'link', plan.split ? {} : { link: { sheet: unit.scoreSheet, cell: 'A1' } }),
    figure(tree.total?.low ?? null, total, lowStyle),
    figure(tree.total?.high ?? null, highest, 'points'),
    figure(rate, chain ? `${chain.total}/${whole}` : total && `(${low})/${available}`, unit.row.provisional ? 'percentProvisional' : 'percent', decimals + 2),
    figure(tree.total && tree.earned.low, sums.earned ? low : null, 'points'),
    makeCell(numberOfPoints(tree.available), 'points', sums.available ? { formula: formulaOfAvailable(cells, words) } : {}),
    ...(plan.matrixHeadColumns > matrixColumns.unrounded ? [unroundedCell(plan, unit, available, cells, total)] : []),
    ...plan.items.map((_, index) => itemCell(plan, unit, index)),
  ]
}

/** The score cells of some of the items in a unit's row, as the formulas of this sheet and of others see them. */
export function matrixCells(plan: WorkbookPlan, unit: PlannedUnit, row: number, items: { readonly first: number; readonly last: number }, sheet = ''): ScoreCells {
  const column = (index: number) => plan.matrixHeadColumns + index
  const range = (at: number) => sheet + fixedRange({ row: at, column: column(items.first) }, { row: at, column: column(items.last) })
  const minimums = plan.items.flatMap(({ item }, index) => {
    const node = unit.nodes.get(item.id)
    const open = index >= items.first && index <= items.last && (node?.state === 'pending' || node?.state === 'unscored')
    return open && node.range && node.range.low.numerator !== 0n ? [{ cell: sheet + fixedCellAt(row, column(index)), low: node.range.low }] : []
  })
  return { scores: range(row), fulls: range(fullsRow), minimums }
}

/** A unit has figures when something applies and something is scored, or when the project gives it a place all the same. */
export function hasFigures(unit: PlannedUnit): boolean {
  const { tree } = unit.input
  return tree.total !== null && (unit.row.rank !== null || isBegun(tree))
}

/** What stands in the place of a figure. */
export function wordForNoFigure(plan: WorkbookPlan, unit: PlannedUnit): string {
  return unit.input.tree.total === null ? plan.input.words.states.notApplicable : plan.input.words.undetermined
}

interface Figure {
  readonly exact: Points | null
  /** Null where no formula over these cells gives the number. */
  readonly formula: string | null
  readonly style: CellStyle
  readonly decimals: number
}

function figureCell(plan: WorkbookPlan, unit: PlannedUnit, available: string, cells: ScoreCells, figure: Figure): CellModel {
  const { words } = plan.input
  if (figure.formula === null) return plainFigure(plan, unit, figure.exact && roundedNumber(figure.exact, figure.decimals), figure.style)
  if (!hasFigures(unit) || !figure.exact) return makeCell(wordForNoFigure(plan, unit), unit.input.tree.total ? 'stateOpen' : 'stateNotApplicable', { formula: formulaWhereScored(available, cells.scores, figure.formula, words) })
  const rounded = formulaRounded(figure.formula, figure.exact, figure.decimals)
  const formula = unit.row.rank === null ? formulaWhereScored(available, cells.scores, rounded, words) : rounded
  return makeCell(roundedNumber(figure.exact, figure.decimals), figure.style, { formula })
}

/** A number that the program knows and no formula over the cells gives; a word where there is none. */
function plainFigure(plan: WorkbookPlan, unit: PlannedUnit, value: number | null, style: CellStyle): CellModel {
  if (value !== null && hasFigures(unit)) return makeCell(value, style)
  return makeCell(wordForNoFigure(plan, unit), unit.input.tree.total ? 'stateOpen' : 'stateNotApplicable')
}

/** Nine digits: what a ranking on unrounded totals reads. */
function unroundedCell(plan: WorkbookPlan, unit: PlannedUnit, available: string, cells: ScoreCells, formula: string | null): CellModel {
  const { words } = plan.input
  const exact = unit.input.tree.total?.low
  if (formula === null) return plainFigure(plan, unit, exact ? roundedNumber(exact, 9) : null, 'pointsExact')
  if (!hasFigures(unit) || !exact) return makeCell(wordForNoFigure(plan, unit), unit.input.tree.total ? 'stateOpen' : 'stateNotApplicable', { formula: formulaWhereScored(available, cells.scores, `ROUND(${formula},9)`, words) })
  return makeCell(roundedNumber(exact, 9), 'pointsExact', { formula: unit.row.rank === null ? formulaWhereScored(available, cells.scores, `ROUND(${formula},9)`, words) : `ROUND(${formula},9)` })
}

function itemCell(plan: WorkbookPlan, unit: PlannedUnit, index: number): CellModel {
  const cell = scoreCell(plan, unit, index)
  return plan.split ? cell : { ...cell, formula: `${unit.scoreSheet}!${fixedCellAt(scoreSheetHeadRows + index, scorePointsColumn)}` }
}

/** Column 得分 of the score sheets. */
export const scorePointsColumn = 5

/** Points as a number, a state as its word. */
export function scoreCell(plan: WorkbookPlan, unit: PlannedUnit, index: number): CellModel {
  const { words } = plan.input
  const node = unit.nodes.get(plan.items[index]!.item.id)
  if (!node) throw new Error(`item without a node: ${plan.items[index]!.item.id}`)
  if (node.state === 'notApplicable') return makeCell(words.states.notApplicable, 'stateNotApplicable')
  if (!node.points) return makeCell(words.states[node.state], 'stateOpen')
  return makeCell(numberOfPoints(node.points), node.state === 'notFound' ? 'pointsNotFound' : 'points')
}

/** Share of full points, 0 for an empty rubric. */
export function shareOf(part: Points, whole: Points): Points {
  return whole.numerator === 0n ? pointsOf(0) : dividePoints(part, whole)
}
