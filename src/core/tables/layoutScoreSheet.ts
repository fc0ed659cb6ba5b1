import { type Points, dividePoints, formatPoints } from '#core/points'
import { fixedCellAt, fixedRange, heightOfText, makeCell, makeFittedRow, makeRow, widthsOfNumbers } from '#core/tables/cells'
import { scoreOfDimension, wordForDimension } from '#core/tables/layoutDimensions'
import { hasFigures, scoreCell, scorePointsColumn, shareOf, wordForNoFigure } from '#core/tables/layoutMatrix'
import { addsUp, dimensionAddsUp } from '#core/tables/addsUp'
import { isFormulaTrue, settlementPlaces, settlementRows } from '#core/tables/layoutSettlement'
import { numberOfPoints } from '#core/tables/numberOfPoints'
import { type PlannedUnit, type WorkbookPlan, rankingHeadRows, scoreSheetHeadRows } from '#core/tables/planWorkbook'
import { rankingColumns } from '#core/tables/layoutRanking'
import { type ScoreCells, formulaOfAvailable, formulaOfLow, formulaRounded, formulaWhereScored, roundedNumber } from '#core/tables/scoreFormulas'
import { signatureRows } from '#core/tables/signatureRows'
import type { CellModel, CellStyle, Merge, SheetModel, SheetRow } from '#core/tables/workbook'
import type { ItemState } from '#core/scoring/itemState'
import { fillWords } from '#core/tables/workbookWords'

const fullsColumn = 4
const lastColumn = 9
const styleOfState: Readonly<Record<ItemState, CellStyle>> = { scored: 'faint', notFound: 'textCenter', notApplicable: 'stateNotApplicable', pending: 'stateOpen', unscored: 'stateOpen' }

/**
 * One unit's 评分表: every item with full marks, points or state, answer, note and the passages it rests on; below, subtotals by
 * dimension and a place to sign. The unit's name stands in A1. Total and subtotals are formulas over this sheet alone, so that it can
 * be checked by itself, printed and mailed.
 */
export function layoutScoreSheet(plan: WorkbookPlan, unit: PlannedUnit): SheetModel {
  const { words, project, assessorName } = plan.input
  const { columns } = words
  const heads = [columns.id, columns.dimension, columns.indicator, columns.item, columns.full, columns.points, columns.state, columns.answer, columns.note, columns.quotes]
  const subtitle = fillWords(words.score.subtitle, { project: project.name, year: project.year, assessor: assessorName })
  const back = plan.split ? null : makeCell(fillWords(words.score.back, { ranking: plan.rankingSheets[unit.group]! }), 'linkBack', { link: { sheet: plan.rankingSheets[unit.group]!, cell: 'A1' } })
  const subtotals = subtotalsOf(plan, unit)
  return {
    name: unit.scoreSheet,
    columns: widthsOf(plan),
    rows: [
      makeRow([makeCell(unit.input.unit.name, 'title')], 28),
      makeRow([makeCell(subtitle, 'subtitle'), ...Array.from({ length: lastColumn - 1 }, () => null), back], 20),
      summaryOf(plan, unit),
      provisionalOf(plan, unit),
      makeRow(heads.map((text) => makeCell(text, 'header')), 24),
      ...plan.items.map((_, index) => itemRow(plan, unit, index)),
      makeRow([]),
      ...subtotals,
      ...(plan.adjusted ? [makeRow([])] : []),
      ...settlementRows(plan, unit, baseFormulaOf(plan, unit), widthsOf(plan)),
      ...signatureRows(words, [0, 4, 8]),
    ],
    frozenRows: scoreSheetHeadRows,
    frozenColumns: 0,
    merges: [
      { row: 0, column: 0, rows: 1, columns: lastColumn },
      { row: 1, column: 0, rows: 1, columns: lastColumn },
      { row: 3, column: 0, rows: 1, columns: lastColumn + 1 },
      ...subtotals.map((_, index): Merge => ({ row: scoreSheetHeadRows + plan.items.length + 1 + index, column: 0, rows: 1, columns: fullsColumn })),
    ],
    print: { orientation: 'landscape', repeatRows: [4, 4], repeatColumns: null, pagesWide: 1 },
    autoFilter: null,
  }
}

/** full × Σ ÷ available of this sheet, unrounded. */
function baseFormulaOf(plan: WorkbookPlan, unit: PlannedUnit): string {
  const cells = scoreCells(plan, unit, { first: 0, last: plan.items.length - 1 })
  return `${numberOfPoints(plan.full)}*(${formulaOfLow(cells, plan.input.words)})/${formulaOfAvailable(cells, plan.input.words)}`
}

function widthsOf(plan: WorkbookPlan): number[] {
  const { points, percent } = widthsOfNumbers(plan.input.project.settings.decimals)
  return [8, 15, 13, 22, points, points, percent, 26, 26, 46]
}

/** 总分 · 得分率 · 位次 · 等次 · counts. */
function summaryOf(plan: WorkbookPlan, unit: PlannedUnit): SheetRow {
  const { words } = plan.input
  const { total, counts } = unit.input.tree
  const whole = { first: 0, last: plan.items.length - 1 }
  const decimals = unit.ranking.decimals
  const low = `${numberOfPoints(plan.full)}*(${formulaOfLow(scoreCells(plan, unit, whole), words)})`
  const rate = total && shareOf(total.low, plan.full)
  const open = unit.row.provisional
  const ranking = `${plan.rankingSheets[unit.group]!}!`
  const fromRanking = (column: number) => (plan.split ? {} : { formula: ranking + fixedCellAt(rankingHeadRows + unit.place, column) })
  const band = unit.row.band ?? (unit.row.rank === null ? words.none : words.undetermined)
  const tally = fillWords(words.score.counts, { pending: counts.pending, unscored: counts.unscored, notApplicable: counts.notApplicable })
  const title = [...unit.input.marks.values()].find((mark) => mark.reportTitle)?.reportTitle
  return makeRow([
    makeCell(words.columns.total, 'label'),
    wholeCell(plan, unit, total?.low ?? null, low, { style: open ? 'pointsProvisional' : 'pointsStrong', decimals }),
    makeCell(words.columns.percent, 'label'),
    wholeCell(plan, unit, rate, `(${formulaOfLow(scoreCells(plan, unit, whole), words)})`, { style: open ? 'percentProvisional' : 'percent', decimals: decimals + 2 }),
    makeCell(words.columns.rank, 'label'),
    makeCell(unit.row.rank ?? words.ranking.notRanked, unit.row.rank === null ? 'faint' : 'rank', fromRanking(rankingColumns.rank)),
    makeCell(words.columns.band, 'label'),
    makeCell(band, 'text', fromRanking(rankingColumns.band)),
    makeCell(tally, 'faint'),
    title ? makeCell(fillWords(words.score.source, { title }), 'faint') : null,
  ], 24)
}

function wholeCell(plan: WorkbookPlan, unit: PlannedUnit, exact: Points | null, numerator: string, look: { readonly style: CellStyle; readonly decimals: number }): CellModel {
  const { words } = plan.input
  const cells = scoreCells(plan, unit, { first: 0, last: plan.items.length - 1 })
  const available = formulaOfAvailable(cells, words)
  if (plan.adjusted || !addsUp(plan, unit, 'unit').base) return plainWhole(plan, unit, exact, look)
  const divided = `${numerator}/${available}`
  if (!exact || !hasFigures(unit)) return makeCell(wordForNoFigure(plan, unit), exact ? 'stateOpen' : 'stateNotApplicable', { formula: formulaWhereScored(available, cells.scores, divided, words) })
  const rounded = formulaRounded(divided, exact, look.decimals)
  return makeCell(roundedNumber(exact, look.decimals), look.style, { formula: unit.row.rank === null ? formulaWhereScored(available, cells.scores, rounded, words) : rounded })
}

/** With what follows the base: the last line of the block below, or a value where no formula gives it. */
function plainWhole(plan: WorkbookPlan, unit: PlannedUnit, exact: Points | null, look: { readonly style: CellStyle; readonly decimals: number }): CellModel {
  if (!exact || !hasFigures(unit)) return makeCell(wordForNoFigure(plan, unit), exact ? 'stateOpen' : 'stateNotApplicable')
  const total = fixedCellAt(settlementPlaces(plan).total, scorePointsColumn)
  const isShare = look.style === 'percent' || look.style === 'percentProvisional'
  const formula = isFormulaTrue(plan, unit) ? { formula: formulaRounded(isShare ? `${total}/${numberOfPoints(plan.full)}` : total, exact, look.decimals) } : {}
  return makeCell(roundedNumber(exact, look.decimals), look.style, formula)
}

/** A line that says what is open, empty when nothing is. */
function provisionalOf(plan: WorkbookPlan, unit: PlannedUnit): SheetRow {
  const { words } = plan.input
  const { counts, total } = unit.input.tree
  if (!unit.row.provisional || !total) return makeRow([], 8)
  const { decimals } = unit.ranking
  const text = fillWords(words.score.provisional, { pending: counts.pending, unscored: counts.unscored, low: formatPoints(total.low, decimals), high: formatPoints(total.high, decimals) })
  return makeRow([makeCell(text, 'warning')], heightOfText(text, 150))
}

function itemRow(plan: WorkbookPlan, unit: PlannedUnit, index: number): SheetRow {
  const { words } = plan.input
  const { item, dimension, path } = plan.items[index]!
  const mark = unit.input.marks.get(item.id)
  const node = unit.nodes.get(item.id)!
  const quotes = mark?.quotes ?? []
  const state = words.states[node.state]
  return makeFittedRow([
    makeCell(item.id, 'textCenter'),
    makeCell(`${dimension.id} ${dimension.name}`, 'wrapped'),
    makeCell(path.join(' / '), 'wrapped'),
    makeCell(item.name, 'wrapped'),
    makeCell(numberOfPoints(node.full), 'points'),
    scoreCell(plan, unit, index),
    makeCell(state, styleOfState[node.state]),
    makeCell(mark?.answerText ?? '', 'wrapped'),
    makeCell(mark?.note ?? '', 'wrapped'),
    makeCell(quotes.join('\n'), 'quote'),
  ], widthsOf(plan))
}

function subtotalsOf(plan: WorkbookPlan, unit: PlannedUnit): SheetRow[] {
  const { words } = plan.input
  const { columns } = words
  const first = scoreSheetHeadRows + plan.items.length + 2
  const heads = makeRow([makeCell(words.score.subtotals, 'headerLeft'), ...['', '', ''].map((text) => makeCell(text, 'headerLeft')), makeCell(columns.available, 'header'), makeCell(columns.earned, 'header'), makeCell(columns.percent, 'header')], 24)
  const rows = plan.dimensions.map((dimension, index) => {
    const score = scoreOfDimension(unit, dimension)
    return subtotalRow(plan, unit, { row: first + index, name: `${dimension.id} ${dimension.name}`, items: dimension, earned: score.earned.low, available: score.available, word: wordForDimension(plan, score), open: score.counts.pending + score.counts.unscored > 0 })
  })
  const { tree } = unit.input
  const word = hasFigures(unit) ? null : wordForNoFigure(plan, unit)
  const whole = subtotalRow(plan, unit, { row: first + rows.length, name: words.score.whole, items: { first: 0, last: plan.items.length - 1 }, earned: tree.earned.low, available: tree.available, word, open: unit.row.provisional })
  return [heads, ...rows, whole]
}

interface Subtotal {
  readonly row: number
  readonly name: string
  readonly items: { readonly first: number; readonly last: number }
  readonly earned: Points
  readonly available: Points
  readonly word: string | null
  readonly open: boolean
}

function subtotalRow(plan: WorkbookPlan, unit: PlannedUnit, subtotal: Subtotal): SheetRow {
  const { words } = plan.input
  const { decimals } = unit.ranking
  const cells = scoreCells(plan, unit, subtotal.items)
  const available = fixedCellAt(subtotal.row, fullsColumn)
  const low = formulaOfLow(cells, words)
  const wordStyle = subtotal.available.numerator === 0n ? 'stateNotApplicable' : 'stateOpen'
  const formulas = dimensionAddsUp(plan, unit, subtotal.items, { earned: { low: subtotal.earned }, available: subtotal.available }, 'unit')
  const where = (formula: string): { formula?: string } => (formulas ? { formula } : {})
  const share = subtotal.word === null ? dividePoints(subtotal.earned, subtotal.available) : null
  // A ranked unit has figures even where nothing is scored yet; elsewhere the formula says so in words.
  const guarded = (formula: string) => (subtotal.word === null && unit.row.rank !== null && subtotal.items.first === 0 && subtotal.items.last === plan.items.length - 1 ? formula : formulaWhereScored(available, cells.scores, formula, words))
  return makeRow([
    makeCell(subtotal.name, 'text'),
    ...['', '', ''].map((text) => makeCell(text, 'text')),
    makeCell(numberOfPoints(subtotal.available), 'points', where(formulaOfAvailable(cells, words))),
    share
      ? makeCell(roundedNumber(subtotal.earned, decimals), subtotal.open ? 'pointsProvisional' : 'pointsStrong', where(guarded(formulaRounded(low, subtotal.earned, decimals))))
      : makeCell(subtotal.word!, wordStyle, where(guarded(low))),
    share
      ? makeCell(roundedNumber(share, decimals + 2), subtotal.open ? 'percentProvisional' : 'percent', where(guarded(formulaRounded(`(${low})/${available}`, share, decimals + 2))))
      : makeCell(subtotal.word!, wordStyle, where(guarded(`(${low})/${available}`))),
  ], 20)
}

function scoreCells(plan: WorkbookPlan, unit: PlannedUnit, items: { readonly first: number; readonly last: number }): ScoreCells {
  const range = (column: number) => fixedRange({ row: scoreSheetHeadRows + items.first, column }, { row: scoreSheetHeadRows + items.last, column })
  const minimums = plan.items.flatMap(({ item }, index) => {
    const node = unit.nodes.get(item.id)
    const open = index >= items.first && index <= items.last && (node?.state === 'pending' || node?.state === 'unscored')
    return open && node.range && node.range.low.numerator !== 0n ? [{ cell: fixedCellAt(scoreSheetHeadRows + index, scorePointsColumn), low: node.range.low }] : []
  })
  return { scores: range(scorePointsColumn), fulls: range(fullsColumn), minimums }
}
