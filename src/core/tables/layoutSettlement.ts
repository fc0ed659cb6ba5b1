import type { ItemScoreNode, SourceScoreNode, SourcesScore, VetoNode } from '#core/aggregation/scoreTree'
import { isBegun } from '#core/aggregation/itemsOfTree'
import type { Settlement } from '#core/aggregation/settleTotal'
import { type Points, equalPoints, pointsOf, sumPoints, writeExact, zeroPoints } from '#core/points'
import type { RubricItem } from '#core/rubric/rubric'
import { addsUp } from '#core/tables/addsUp'
import { fixedCellAt, fixedRange, makeCell, makeFittedRow, makeRow } from '#core/tables/cells'
import { describeEffect } from '#core/tables/describeRule'
import { numberOfPoints } from '#core/tables/numberOfPoints'
import { type PlannedUnit, type WorkbookPlan, scoreSheetHeadRows } from '#core/tables/planWorkbook'
import type { CellModel, CellStyle, SheetRow } from '#core/tables/workbook'
import { fillWords } from '#core/tables/workbookWords'

const fullColumn = 4
const pointsColumn = 5

/** Rows of the block 从基础分到总分 on a score sheet, below the subtotals. */
export interface SettlementPlaces {
  readonly head: number
  /** What the own items come to, and the outside sources of the total; the base itself where there are none. */
  readonly own: number
  readonly sourceItems: number
  readonly base: number
  readonly bonusItems: number
  readonly bonus: number
  readonly negativeItems: number
  readonly negative: number
  readonly vetoItems: number
  readonly total: number
  readonly rows: number
}

export function settlementPlaces(plan: WorkbookPlan): SettlementPlaces {
  const { sources, bonus, negative, vetoes } = plan.outside
  const head = scoreSheetHeadRows + plan.items.length + 1 + 1 + plan.dimensions.length + 1 + 1
  const own = head + 1
  const sourceItems = own + 1
  const base = sources.length > 0 ? sourceItems + sources.length : own
  const bonusItems = base + 1
  const bonusSum = bonusItems + bonus.length
  const negativeItems = bonusSum + (bonus.length > 0 ? 1 : 0)
  const negativeSum = negativeItems + negative.length
  const vetoItems = negativeSum + (negative.length > 0 ? 1 : 0)
  const total = vetoItems + vetoes.length
  return { head, own, sourceItems, base, bonusItems, bonus: bonusSum, negativeItems, negative: negativeSum, vetoItems, total, rows: total - head + 1 }
}

/**
 * Where base, bonus, negative list and total of a unit stand as formulas, unrounded; null where nothing follows the base, the sheet is
 * in another file, or the unit is provisional and the cells hold the low end only as values.
 */
export function chainCells(plan: WorkbookPlan, unit: PlannedUnit): { readonly own: string; readonly base: string; readonly bonus: string | null; readonly negative: string | null; readonly total: string } | null {
  if (plan.split || !isFormulaTrue(plan, unit)) return null
  const places = settlementPlaces(plan)
  const at = (row: number): string => `${unit.scoreSheet}!${fixedCellAt(row, pointsColumn)}`
  return { own: at(places.own), base: at(places.base), bonus: plan.outside.bonus.length > 0 ? at(places.bonus) : null, negative: plan.outside.negative.length > 0 ? at(places.negative) : null, total: at(places.total) }
}

/** Whether the formulas of the block give the exact numbers. */
export function isFormulaTrue(plan: WorkbookPlan, unit: PlannedUnit): boolean {
  const { tree } = unit.input
  if (!plan.adjusted || !tree.settled || unit.row.provisional || !isBegun(tree)) return false
  const { low } = tree.settled
  return addsUp(plan, unit, 'unit').base && equalPoints(shownSum(tree.bonus), low.bonusSum) && equalPoints(shownSum(tree.negative), low.negativeSum)
}

function shownSum(nodes: readonly ItemScoreNode[]): Points {
  return sumPoints(nodes.map(({ points }) => points ?? zeroPoints))
}

/** The cell of an outside source on a score sheet, which other sheets point at; null where the sheet is in another file. */
export function sourceCellAt(plan: WorkbookPlan, unit: PlannedUnit, index: number): string | null {
  return plan.split ? null : `${unit.scoreSheet}!${fixedCellAt(settlementPlaces(plan).sourceItems + index, pointsColumn)}`
}

/** An outside source: its score as a number, a state as its word. One that nobody has entered is open like an item, not none. */
export function sourceCell(plan: WorkbookPlan, node: SourceScoreNode | undefined): CellModel {
  const { states } = plan.input.words
  if (node?.points) return makeCell(numberOfPoints(node.points), node.state === 'notFound' ? 'pointsNotFound' : 'points')
  const state = node?.state ?? 'unscored'
  return makeCell(states[state], state === 'notApplicable' ? 'stateNotApplicable' : 'stateOpen')
}

/** full × Σ w(s ÷ its full) ÷ Σ w over the rows of the own items and the sources; a word in the place of a score is in neither sum. */
function sourcesFormula(plan: WorkbookPlan, { weight, items }: SourcesScore): string {
  const { own, sourceItems } = settlementPlaces(plan)
  const whole = numberOfPoints(plan.full)
  const rows = items.map((item, index) => ({ weight: numberOfPoints(item.weight), score: fixedCellAt(sourceItems + index, pointsColumn), full: fixedCellAt(sourceItems + index, fullColumn) }))
  const earned = [`${numberOfPoints(weight)}*${fixedCellAt(own, pointsColumn)}/${whole}`, ...rows.map((row) => `IF(ISNUMBER(${row.score}),${row.weight}*${row.score}/${row.full},0)`)]
  const weights = [String(numberOfPoints(weight)), ...rows.map((row) => `IF(ISNUMBER(${row.score}),${row.weight},0)`)]
  return `${whole}*(${earned.join('+')})/(${weights.join('+')})`
}

/** `ownFormula` over the score cells of this sheet, unrounded: what the own items come to. */
export function settlementRows(plan: WorkbookPlan, unit: PlannedUnit, ownFormula: string, widths: readonly number[]): SheetRow[] {
  const { tree } = unit.input
  if (!plan.adjusted) return []
  const { words, rubricRecord } = plan.input
  const { outside: said } = words
  const places = settlementPlaces(plan)
  const end = tree.settled?.low ?? null
  const formulas = isFormulaTrue(plan, unit)
  const own = (row: number): string => fixedCellAt(row, pointsColumn)
  const sumCells = (first: number, count: number): string => `SUM(${fixedRange({ row: first, column: pointsColumn }, { row: first + count - 1, column: pointsColumn })})`
  const amount = (read: (settled: Settlement) => Points, formula: string, style: CellStyle = 'points'): CellModel =>
    end ? makeCell(numberOfPoints(read(end)), unit.row.provisional ? 'pointsProvisional' : style, formulas ? { formula } : {}) : makeCell(words.none, 'faint')
  const { bonus, negative, vetoes } = plan.outside
  const { sources } = tree
  const ownAmount = tree.own ? makeCell(numberOfPoints(tree.own.low), unit.row.provisional ? 'pointsProvisional' : 'points', formulas ? { formula: ownFormula } : {}) : makeCell(words.none, 'faint')
  const step = (label: string, cell: CellModel, why: string): SheetRow => makeFittedRow([makeCell(label, 'text'), ...['', '', '', ''].map((text) => makeCell(text, 'text')), cell, makeCell('', 'text'), makeCell(why, 'wrapped')], widths)
  const rubric = rubricRecord.rubric
  const cap = (value: number | undefined, sum: string): string => (value === undefined ? sum : `MIN(${value},${sum})`)
  return [
    makeRow([makeCell(said.steps, 'headerLeft'), ...['', '', ''].map((text) => makeCell(text, 'headerLeft')), makeCell(words.columns.full, 'header'), makeCell(words.columns.points, 'header'), makeCell(words.columns.state, 'header'), makeCell(words.columns.answer, 'header'), makeCell(words.columns.note, 'header'), makeCell(words.columns.quotes, 'header')], 24),
    ...(sources ? [step(sources.label, ownAmount, fillWords(said.weight, { weight: writeExact(sources.weight) }))] : []),
    ...plan.outside.sources.map((item, index) => sourceRow(plan, unit, item, sources?.items[index], widths)),
    step(said.base, amount(({ base }) => base, sources ? sourcesFormula(plan, sources) : ownFormula), sources ? said.sourcesFormula : ''),
    ...bonus.map((item, index) => itemRow(plan, unit, item, tree.bonus[index], said.bonus, widths)),
    ...(bonus.length > 0 ? [step(`${said.bonus} · ${words.score.whole}`, amount(({ bonus: applied }) => applied, bonusFormula()), bonusWords())] : []),
    ...negative.map((item, index) => itemRow(plan, unit, item, tree.negative[index], said.negative, widths)),
    ...(negative.length > 0 ? [step(`${said.negative} · ${words.score.whole}`, amount(({ negative: taken }) => taken, cap(rubric.negative?.cap, sumCells(places.negativeItems, negative.length))), rubric.negative?.cap === undefined ? '' : fillWords(said.negativeCap, { cap: rubric.negative.cap }))] : []),
    ...vetoes.map((item) => vetoRow(plan, unit, item, tree.vetoes.find(({ id }) => id === item.id), widths)),
    step(said.total, amount(({ total }) => total, totalFormula(), 'pointsStrong'), ''),
  ]

  function bonusFormula(): string {
    const { decimals, rankOn } = unit.ranking
    const sum = cap(rubric.bonus?.cap, sumCells(places.bonusItems, bonus.length))
    const within = rubric.bonus?.capAtFull ? `MIN(${sum},MAX(0,${numberOfPoints(plan.full)}-${own(places.base)}))` : sum
    const gate = rubric.bonus?.gate
    const read = rankOn === 'rounded' ? `ROUND(ROUND(${own(places.base)},9),${decimals})` : `ROUND(${own(places.base)},9)`
    return gate ? `IF(${read}${gate.inclusive ? '>=' : '>'}${gate.base},${within},0)` : within
  }

  function bonusWords(): string {
    const gate = rubric.bonus?.gate
    const reached = end?.gate ? [fillWords(end.gate === 'reached' ? said.gateReached : said.gateMissed, { base: writeExact(pointsOf(gate?.base ?? 0)), sign: gate?.inclusive ? '≥' : '>' })] : []
    return [...reached, ...(rubric.bonus?.cap === undefined ? [] : [fillWords(said.bonusCap, { cap: rubric.bonus.cap })]), ...(rubric.bonus?.capAtFull ? [said.capAtFull] : [])].join(' · ')
  }

  function totalFormula(): string {
    const parts = [own(places.base), ...(bonus.length > 0 ? [`+${own(places.bonus)}`] : []), ...(negative.length > 0 ? [`-${own(places.negative)}`] : [])].join('')
    const effects = tree.vetoes.filter(({ applies }) => applies).map(({ effect }) => effect)
    if (effects.some(({ kind }) => kind === 'zero')) return '0'
    const caps = effects.flatMap((effect) => (effect.kind === 'capTotal' ? [effect.at] : []))
    return caps.length === 0 ? `MAX(0,${parts})` : `MIN(${Math.min(...caps)},MAX(0,${parts}))`
  }
}

function itemRow(plan: WorkbookPlan, unit: PlannedUnit, item: RubricItem, node: ItemScoreNode | undefined, section: string, widths: readonly number[]): SheetRow {
  const { words } = plan.input
  const state = node?.state ?? 'unscored'
  const points = node?.points ? makeCell(numberOfPoints(node.points), state === 'notFound' ? 'pointsNotFound' : 'points') : makeCell(state === 'unscored' ? words.none : words.states[state], state === 'notApplicable' ? 'stateNotApplicable' : state === 'unscored' ? 'faint' : 'stateOpen')
  return outsideRow(plan, unit, item, { section, full: node ? makeCell(numberOfPoints(node.full), 'points') : makeCell(item.full, 'points'), points, state: state === 'unscored' ? words.outside.notRecorded : words.states[state] }, widths)
}

function sourceRow(plan: WorkbookPlan, unit: PlannedUnit, item: RubricItem, node: SourceScoreNode | undefined, widths: readonly number[]): SheetRow {
  const { words } = plan.input
  const section = node ? `${words.outside.sources} · ${fillWords(words.outside.weight, { weight: writeExact(node.weight) })}` : words.outside.sources
  return outsideRow(plan, unit, item, { section, full: makeCell(node ? numberOfPoints(node.full) : item.full, 'points'), points: sourceCell(plan, node), state: words.states[node?.state ?? 'unscored'] }, widths)
}

function vetoRow(plan: WorkbookPlan, unit: PlannedUnit, item: RubricItem, node: VetoNode | undefined, widths: readonly number[]): SheetRow {
  const { words } = plan.input
  const state = node?.state ?? 'unscored'
  const what = node?.applies ? describeEffect(node.effect, words) : state === 'unscored' ? words.outside.notRecorded : state === 'pending' || state === 'notApplicable' ? words.states[state] : words.answers.doesNotApply
  return outsideRow(plan, unit, item, { section: words.outside.veto, full: makeCell(words.none, 'faint'), points: makeCell(words.none, 'faint'), state: what }, widths)
}

function outsideRow(plan: WorkbookPlan, unit: PlannedUnit, item: RubricItem, cells: { readonly section: string; readonly full: CellModel; readonly points: CellModel; readonly state: string }, widths: readonly number[]): SheetRow {
  const mark = unit.input.marks.get(item.id)
  return makeFittedRow([
    makeCell(item.id, 'textCenter'),
    makeCell(cells.section, 'wrapped'),
    makeCell('', 'wrapped'),
    makeCell(item.name, 'wrapped'),
    cells.full,
    cells.points,
    makeCell(cells.state, 'wrapped'),
    makeCell(mark?.answerText ?? '', 'wrapped'),
    makeCell(mark?.note ?? '', 'wrapped'),
    makeCell((mark?.quotes ?? []).join('\n'), 'quote'),
  ], widths)
}
