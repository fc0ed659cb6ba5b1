import type { GroupScore } from '#core/aggregation/scoreTree'
import { dividePoints } from '#core/points'
import { cellAt, fixedCellAt, heightOfText, makeBand, makeCell, makeFittedRow, makeRow, widthsOfNumbers } from '#core/tables/cells'
import { dimensionAddsUp } from '#core/tables/addsUp'
import { hasFigures, matrixCells, matrixColumns, wordForNoFigure } from '#core/tables/layoutMatrix'
import { numberOfPoints } from '#core/tables/numberOfPoints'
import { type PlannedDimension, type PlannedUnit, type WorkbookPlan, dimensionsHeadRows, matrixHeadRows } from '#core/tables/planWorkbook'
import { formulaOfAvailable, formulaOfLow, formulaRounded, formulaWhereScored, roundedNumber } from '#core/tables/scoreFormulas'
import { type CellModel, type Merge, type SheetModel } from '#core/tables/workbook'
import { fillWords } from '#core/tables/workbookWords'

/** Columns before the dimensions, and columns a dimension has: earned, applicable full marks, share. */
const headColumns = 2
const perDimension = 3

/**
 * 一级指标得分: per unit and dimension what was earned, the full marks that apply, and their share, as formulas over the matrix.
 * A dimension in which nothing applies or nothing is scored yet says so in words; open items count at their minimum.
 */
export function layoutDimensions(plan: WorkbookPlan): SheetModel {
  const { words, project } = plan.input
  const { columns, sheets } = words
  const legend = fillWords(words.dimensions.legend, { matrix: plan.sheets.matrix })
  const width = headColumns + plan.dimensions.length * perDimension
  const number = widthsOfNumbers(project.settings.decimals)
  const widths = [28, number.points, ...plan.dimensions.flatMap(() => [number.points, number.points, number.percent])]
  const top = plan.dimensions.flatMap((dimension) => [makeCell(`${dimension.id} ${dimension.name}`, 'header'), makeCell('', 'header'), makeCell('', 'header')])
  const below = plan.dimensions.flatMap(() => [columns.earned, columns.available, columns.percent].map((text) => makeCell(text, 'header')))
  return {
    name: plan.sheets.dimensions,
    columns: widths,
    rows: [
      makeBand(`${project.name} · ${sheets.dimensions}`, 'title', 1, 26),
      makeRow([makeCell(legend, 'note')], heightOfText(legend, 120)),
      makeRow([makeCell(columns.unit, 'header'), makeCell(columns.total, 'header'), ...top], 32),
      makeRow([makeCell('', 'header'), makeCell('', 'header'), ...below], 22),
      ...plan.units.map((unit, index) => makeFittedRow(rowOf(plan, unit, index), widths)),
    ],
    frozenRows: dimensionsHeadRows,
    frozenColumns: headColumns,
    merges: [
      { row: 1, column: 0, rows: 1, columns: Math.min(15, width) },
      ...[0, 1].map((column): Merge => ({ row: 2, column, rows: 2, columns: 1 })),
      ...plan.dimensions.map(({ index }): Merge => ({ row: 2, column: columnOfDimension(index), rows: 1, columns: perDimension })),
    ],
    print: { orientation: 'landscape', repeatRows: [2, 3], repeatColumns: [0, 1], pagesWide: Math.max(1, Math.ceil(plan.dimensions.length / 7)) },
    autoFilter: plan.units.length === 0 ? null : { row: 3, firstColumn: 0, lastColumn: width - 1, lastRow: 3 + plan.units.length },
  }
}

export function columnOfDimension(index: number): number {
  return headColumns + index * perDimension
}

function rowOf(plan: WorkbookPlan, unit: PlannedUnit, index: number): CellModel[] {
  const total = `${plan.sheets.matrix}!${fixedCellAt(matrixHeadRows + index, matrixColumns.total)}`
  return [
    makeCell(unit.input.unit.name, plan.split ? 'text' : 'link', plan.split ? {} : { link: { sheet: unit.scoreSheet, cell: 'A1' } }),
    hasFigures(unit)
      ? makeCell(roundedNumber(unit.input.tree.total!.low, unit.ranking.decimals), unit.row.provisional ? 'pointsProvisional' : 'pointsStrong', { formula: total })
      : makeCell(wordForNoFigure(plan, unit), 'stateOpen', { formula: total }),
    ...plan.dimensions.flatMap((dimension) => dimensionCells(plan, unit, dimension, index)),
  ]
}

function dimensionCells(plan: WorkbookPlan, unit: PlannedUnit, dimension: PlannedDimension, index: number): CellModel[] {
  const { words } = plan.input
  const { decimals } = unit.ranking
  const score = scoreOfDimension(unit, dimension)
  const cells = matrixCells(plan, unit, matrixHeadRows + index, dimension, `${plan.sheets.matrix}!`)
  const available = cellAt(dimensionsHeadRows + index, columnOfDimension(dimension.index) + 1)
  const low = formulaOfLow(cells, words)
  const guarded = (formula: string) => formulaWhereScored(available, cells.scores, formula, words)
  if (!dimensionAddsUp(plan, unit, dimension, score)) return plainCells(plan, unit, score)
  const availableCell = makeCell(numberOfPoints(score.available), 'points', { formula: formulaOfAvailable(cells, words) })
  const word = wordForDimension(plan, score)
  if (word !== null) {
    const style = score.available.numerator === 0n ? 'stateNotApplicable' : 'stateOpen'
    return [makeCell(word, style, { formula: guarded(low) }), availableCell, makeCell(word, style, { formula: guarded(`(${low})/${available}`) })]
  }
  const open = score.counts.pending + score.counts.unscored > 0
  const share = dividePoints(score.earned.low, score.available)
  return [
    makeCell(roundedNumber(score.earned.low, decimals), open ? 'pointsProvisional' : 'points', { formula: guarded(formulaRounded(low, score.earned.low, decimals)) }),
    availableCell,
    makeCell(roundedNumber(share, decimals + 2), open ? 'percentProvisional' : 'percent', { formula: guarded(formulaRounded(`(${low})/${available}`, share, decimals + 2)) }),
  ]
}

/** Points in weights, or full marks of this kind of body: no sum of the matrix gives them. */
function plainCells(plan: WorkbookPlan, unit: PlannedUnit, score: GroupScore): CellModel[] {
  const { decimals } = unit.ranking
  const word = wordForDimension(plan, score)
  const available = makeCell(numberOfPoints(score.available), 'points')
  if (word !== null) {
    const style = score.available.numerator === 0n ? 'stateNotApplicable' : 'stateOpen'
    return [makeCell(word, style), available, makeCell(word, style)]
  }
  const open = score.counts.pending + score.counts.unscored > 0
  return [
    makeCell(roundedNumber(score.earned.low, decimals), open ? 'pointsProvisional' : 'points'),
    available,
    makeCell(roundedNumber(dividePoints(score.earned.low, score.available), decimals + 2), open ? 'percentProvisional' : 'percent'),
  ]
}

export function scoreOfDimension(unit: PlannedUnit, dimension: PlannedDimension): GroupScore {
  const score = unit.scores.find(({ id }) => id === dimension.id)
  if (!score) throw new Error(`dimension without a score: ${dimension.id}`)
  return score
}

/** The word in the place of a dimension's points; null where there are points. */
export function wordForDimension(plan: WorkbookPlan, score: GroupScore): string | null {
  if (score.available.numerator === 0n) return plan.input.words.states.notApplicable
  return score.counts.scored + score.counts.notFound === 0 ? plan.input.words.undetermined : null
}
