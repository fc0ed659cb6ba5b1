import { bandOf } from '#core/ranking/bandOf'
import { type Points, comparePoints, equalPoints, makePoints, pointsOf, roundPoints, subtractPoints } from '#core/points'
import type { Band } from '#core/records/projectRecord'
import { cellAt, fixedCellAt, fixedRange, heightOfText, makeBand, makeCell, makeFittedRow, makeRow, quoted, widthsOfNumbers } from '#core/tables/cells'
import { columnOfDimension, scoreOfDimension, wordForDimension } from '#core/tables/layoutDimensions'
import { chainCells, sourceCell, sourceCellAt } from '#core/tables/layoutSettlement'
import { describeEffect } from '#core/tables/describeRule'
import { hasFigures, matrixCells, matrixColumns, shareOf, wordForNoFigure } from '#core/tables/layoutMatrix'
import { type PlannedUnit, type WorkbookPlan, dimensionsHeadRows, matrixHeadRows, nameOfGroup, rankingHeadRows } from '#core/tables/planWorkbook'
import { formulaRounded, placesOf, roundedNumber } from '#core/tables/scoreFormulas'
import { signatureRows } from '#core/tables/signatureRows'
import type { CellModel, CellStyle, SheetModel } from '#core/tables/workbook'
import { fillWords } from '#core/tables/workbookWords'

/** Columns before the dimensions. */
export const rankingColumns = { rank: 0, unit: 1, total: 2, percent: 3, band: 4 } as const

/**
 * 总排名 of one group: ranked units in order of place, then those without a place, with the reason in words.
 * Totals point at the matrix; places, gaps and bands are formulas where a formula gives exactly what the program gives (checked here for
 * every row), and plain values where it cannot: a range across two bands, unrounded totals that differ beyond nine digits.
 */
export function layoutRanking(plan: WorkbookPlan, group: number): SheetModel {
  const { words, project } = plan.input
  const { columns } = words
  const ranking = plan.input.rankings[group]!
  const units = plan.units.map((unit, index) => ({ unit, matrixRow: matrixHeadRows + index })).filter(({ unit }) => unit.group === group)
  const places = readPlaces(units.map(({ unit }) => unit))
  const heads = [
    columns.rank, columns.unit, columns.total, columns.percent, columns.band, ...plan.dimensions.map(({ id, name }) => `${id} ${name}`), ...adjustmentHeads(plan),
    columns.gap, columns.lowEnd, columns.highEnd, words.states.pending, words.states.unscored, words.states.notApplicable, columns.remark,
    ...(plan.split ? [columns.sheet] : []),
  ]
  const subtitle = fillWords(words.ranking.subtitle, { project: project.name, year: project.year, group: nameOfGroup(plan.input, ranking.group) })
  const reading = fillWords(words.ranking.reading, { method: plan.sheets.method })
  const { points, percent } = widthsOfNumbers(ranking.decimals)
  const widths = [8, 28, points, percent, 10, ...plan.dimensions.map(() => points), ...adjustmentHeads(plan).map((_, index, all) => (plan.afterBase && index === all.length - 1 ? 18 : points)), points, points, points, 7, 7, 8, 26, ...(plan.split ? [14] : [])]
  const lastRow = rankingHeadRows + units.length - 1
  return {
    name: plan.rankingSheets[group]!,
    columns: widths,
    rows: [
      makeBand(words.sheets.ranking, 'title', 1, 26),
      makeRow([makeCell(subtitle, 'subtitle')], 20),
      makeRow(heads.map((text) => makeCell(text, 'header')), 38),
      ...units.map(({ unit, matrixRow }, index) => makeFittedRow(rowOf(plan, unit, { matrixRow, row: rankingHeadRows + index, places }), widths)),
      makeRow([]),
      makeRow([makeCell(reading, 'note')], heightOfText(reading, 110)),
      ...signatureRows(words, [0, 4, 9]),
    ],
    frozenRows: rankingHeadRows,
    frozenColumns: 2,
    merges: [{ row: lastRow + 2, column: 0, rows: 1, columns: heads.length }],
    print: { orientation: 'landscape', repeatRows: [2, 2], repeatColumns: null, pagesWide: 1 },
    autoFilter: units.length === 0 ? null : { row: 2, firstColumn: 0, lastColumn: heads.length - 1, lastRow },
  }
}

/** What the formulas of a group compare, and whether they come to the program's places. */
interface Places {
  readonly ranked: number
  readonly truthful: boolean
  readonly best: Points
}

function readPlaces(units: readonly PlannedUnit[]): Places {
  const ranked = units.filter(({ row }) => row.rank !== null)
  const values = ranked.map(valueRead)
  const tieRule = units[0]?.ranking.tieRule ?? 'competition'
  const places = placesOf(values, tieRule)
  const best = values.reduce((top, value) => (comparePoints(value, top) > 0 ? value : top), values[0] ?? pointsOf(0))
  return { ranked: ranked.length, best, truthful: ranked.every(({ row }, index) => row.rank === places[index]) }
}

/** The number in the cell that the ranking's formulas read: the rounded total, or the unrounded one to nine digits. */
function valueRead(unit: PlannedUnit): Points {
  const digits = unit.ranking.rankOn === 'rounded' ? unit.ranking.decimals : 9
  return makePoints(roundPoints(unit.input.tree.total?.low ?? pointsOf(0), digits), 10n ** BigInt(digits))
}

interface Position {
  readonly matrixRow: number
  readonly row: number
  readonly places: Places
}

function rowOf(plan: WorkbookPlan, unit: PlannedUnit, at: Position): CellModel[] {
  const { words } = plan.input
  const { decimals } = unit.ranking
  const { total } = unit.input.tree
  const matrix = `${plan.sheets.matrix}!`
  const fromMatrix = (column: number) => matrix + fixedCellAt(at.matrixRow, column)
  const figure = (exact: Points | null | undefined, column: number, style: CellStyle, digits: number) =>
    exact && hasFigures(unit)
      ? makeCell(roundedNumber(exact, digits), style, { formula: fromMatrix(column) })
      : makeCell(wordForNoFigure(plan, unit), total ? 'stateOpen' : 'stateNotApplicable', { formula: fromMatrix(column) })
  const { scores } = matrixCells(plan, unit, at.matrixRow, { first: 0, last: plan.items.length - 1 }, matrix)
  const sources = plan.outside.sources.length === 0 ? [] : [fixedRange({ row: at.row, column: firstSourceColumn(plan) }, { row: at.row, column: firstSourceColumn(plan) + plan.outside.sources.length - 1 })]
  const counted = (state: 'pending' | 'unscored' | 'notApplicable') =>
    makeCell(unit.input.tree.counts[state], 'integer', { formula: [scores, ...sources].map((cells) => `COUNTIF(${cells},${quoted(words.states[state])})`).join('+') })
  const open = unit.row.provisional
  return [
    rankCell(plan, unit, at),
    makeCell(unit.input.unit.name, plan.split ? 'text' : 'link', plan.split ? {} : { link: { sheet: unit.scoreSheet, cell: 'A1' } }),
    figure(total?.low, matrixColumns.total, open ? 'pointsProvisional' : 'pointsStrong', decimals),
    figure(total && shareOf(total.low, plan.full), matrixColumns.percent, open ? 'percentProvisional' : 'percent', decimals + 2),
    bandCell(plan, unit, at),
    ...plan.dimensions.map((dimension) => dimensionCell(plan, unit, dimension.index, at.matrixRow)),
    ...adjustmentCells(plan, unit),
    gapCell(plan, unit, at),
    ...(open && total && hasFigures(unit)
      ? [figure(total.low, matrixColumns.total, 'points', decimals), figure(total.high, matrixColumns.highest, 'points', decimals)]
      : [makeCell(words.none, 'faint'), makeCell(words.none, 'faint')]),
    counted('pending'),
    counted('unscored'),
    counted('notApplicable'),
    makeCell(remarkOf(plan, unit), 'wrapped'),
    ...(plan.split ? [makeCell(unit.scoreSheet, 'textCenter')] : []),
  ]
}

/** Cell of this row that the ranking reads, and the same cells of all ranked units. */
function readCells(plan: WorkbookPlan, unit: PlannedUnit, at: Position): { readonly own: string; readonly all: string } {
  const firstRanked = at.row - unit.place
  if (unit.ranking.rankOn === 'rounded') {
    const column = rankingColumns.total
    return { own: cellAt(at.row, column), all: fixedRange({ row: firstRanked, column: rankingColumns.total }, { row: firstRanked + at.places.ranked - 1, column }) }
  }
  const first = at.matrixRow - unit.place
  const column = matrixColumns.unrounded
  return { own: `${plan.sheets.matrix}!${fixedCellAt(at.matrixRow, column)}`, all: `${plan.sheets.matrix}!${fixedRange({ row: first, column }, { row: first + at.places.ranked - 1, column })}` }
}

function rankCell(plan: WorkbookPlan, unit: PlannedUnit, at: Position): CellModel {
  const { rank } = unit.row
  if (rank === null) return makeCell(plan.input.words.ranking.notRanked, 'faint')
  if (!at.places.truthful) return makeCell(rank, 'rank')
  const { own, all } = readCells(plan, unit, at)
  const formula = unit.ranking.tieRule === 'competition' ? `RANK(${own},${all},0)` : `ROUND(SUMPRODUCT((${all}>${own})/COUNTIF(${all},${all})),0)+1`
  return makeCell(rank, 'rank', { formula })
}

function gapCell(plan: WorkbookPlan, unit: PlannedUnit, at: Position): CellModel {
  const { gap } = unit.row
  if (gap === null) return makeCell(plan.input.words.none, 'faint')
  const { decimals } = unit.ranking
  const exact = subtractPoints(valueRead(unit), at.places.best)
  if (!equalPoints(pointsOf(gap), makePoints(roundPoints(exact, decimals), 10n ** BigInt(decimals)))) return makeCell(Number(gap), 'points')
  const { own, all } = readCells(plan, unit, at)
  return makeCell(Number(gap), 'points', { formula: formulaRounded(`${own}-MAX(${all})`, exact, decimals) })
}

function bandCell(plan: WorkbookPlan, unit: PlannedUnit, at: Position): CellModel {
  const { band, rank, provisional } = unit.row
  if (band === null) return makeCell(rank === null ? plan.input.words.none : plan.input.words.undetermined, 'faint')
  const bands = [...plan.input.project.settings.bands].sort((a, b) => b.from - a.from)
  if (provisional || bandOf(bands, valueRead(unit)) !== band) return makeCell(band, 'textCenter')
  return makeCell(band, 'textCenter', { formula: formulaOfBand(bands, readCells(plan, unit, at).own) })
}

/** The last band holds everything below the others; the settings say that it has from 0. */
function formulaOfBand(bands: readonly Band[], cell: string): string {
  const [best, ...rest] = bands
  if (!best) return '""'
  return rest.length === 0 ? quoted(best.name) : `IF(${cell}>=${best.from},${quoted(best.name)},${formulaOfBand(rest, cell)})`
}

function dimensionCell(plan: WorkbookPlan, unit: PlannedUnit, index: number, matrixRow: number): CellModel {
  const score = scoreOfDimension(unit, plan.dimensions[index]!)
  const word = wordForDimension(plan, score)
  const formula = `${plan.sheets.dimensions}!${fixedCellAt(matrixRow - matrixHeadRows + dimensionsHeadRows, columnOfDimension(index))}`
  if (word !== null) return makeCell(word, score.available.numerator === 0n ? 'stateNotApplicable' : 'stateOpen', { formula })
  const open = score.counts.pending + score.counts.unscored > 0
  return makeCell(roundedNumber(score.earned.low, unit.ranking.decimals), open ? 'pointsProvisional' : 'points', { formula })
}

/** The sources of the base, if there are others than the own items; 基础分; 加分, 负面清单, 一票否决, where anything follows it. */
function adjustmentHeads(plan: WorkbookPlan): string[] {
  const { outside } = plan.input.words
  const { totalSources } = plan.input.rubricRecord.rubric
  const sources = totalSources ? [totalSources.own.label, ...totalSources.items.map(({ id, name }) => `${id} ${name}`)] : []
  return plan.adjusted ? [...sources, outside.base, ...(plan.afterBase ? [outside.bonus, outside.negative, outside.veto] : [])] : []
}

/** Of the outside sources in a row: after the dimensions and what the own items come to. */
function firstSourceColumn(plan: WorkbookPlan): number {
  return Object.keys(rankingColumns).length + plan.dimensions.length + 1
}

/** Scores and states of the outside sources; they are there, whatever the own items come to. */
function sourceCells(plan: WorkbookPlan, unit: PlannedUnit): CellModel[] {
  return plan.outside.sources.map((_, index) => {
    const cell = sourceCell(plan, unit.input.tree.sources?.items[index])
    const from = sourceCellAt(plan, unit, index)
    return from === null ? cell : { ...cell, formula: from }
  })
}

function adjustmentCells(plan: WorkbookPlan, unit: PlannedUnit): CellModel[] {
  if (!plan.adjusted) return []
  const { words } = plan.input
  const { decimals } = unit.ranking
  const end = unit.input.tree.settled?.low
  const none = makeCell(words.none, 'faint')
  const after = plan.afterBase ? [none, none, none] : []
  const sources = unit.input.tree.sources
  if (!end || !hasFigures(unit)) return [...(sources ? [none] : []), ...sourceCells(plan, unit), none, ...after]
  const chain = chainCells(plan, unit)
  const style = unit.row.provisional ? 'pointsProvisional' : 'points'
  const cell = (exact: Points, from: string | null | undefined): CellModel => makeCell(roundedNumber(exact, decimals), style, from ? { formula: formulaRounded(from, exact, decimals) } : {})
  const base = [...(sources && unit.input.tree.own ? [cell(unit.input.tree.own.low, chain?.own)] : []), ...sourceCells(plan, unit), cell(end.base, chain?.base)]
  if (!plan.afterBase) return base
  const taken = subtractPoints(pointsOf(0), end.negative)
  const established = unit.input.tree.vetoes.filter(({ applies }) => applies).map(({ effect }) => describeEffect(effect, words))
  const pending = unit.input.tree.vetoOpen ? [words.states.pending] : []
  return [
    ...base,
    cell(end.bonus, chain?.bonus),
    cell(taken, chain?.negative && `-${chain.negative}`),
    makeCell([...established, ...pending].join('\n') || words.none, established.length > 0 ? 'warning' : 'faint'),
  ]
}

function remarkOf(plan: WorkbookPlan, unit: PlannedUnit): string {
  const { words } = plan.input
  const { reason, provisional, tied } = unit.row
  if (reason !== null) return words.reasons[reason]
  return [provisional ? words.ranking.provisional : '', tied > 1 ? fillWords(words.ranking.tied, { count: tied }) : '', ...bandRemarks(plan, unit)].filter((text) => text !== '').join(' · ')
}

/** Why the band is not that of the total alone, and how much does not apply. */
function bandRemarks(plan: WorkbookPlan, unit: PlannedUnit): string[] {
  const { outside } = plan.input.words
  const { band, quota } = unit.row
  const { settled, notApplicable } = unit.input.tree
  const effect = settled?.low.band
  return [
    band !== null && effect?.kind === 'lowered' ? fillWords(outside.bandLowered, { by: effect.by }) : '',
    band !== null && effect?.kind === 'lowest' ? outside.bandLowest : '',
    quota !== null && quota !== 'place' ? outside.quotaFull : '',
    notApplicable.warn ? outside.muchNotApplicable : '',
  ]
}
