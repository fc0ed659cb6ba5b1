import { layoutsOf, type LaidItem } from '#core/aggregation/bodyLayout'
import { makePointTable, type TableItem } from '#core/aggregation/pointTable'
import { defaultReading, type TotalReading } from '#core/aggregation/readTotal'
import { rollUpTable } from '#core/aggregation/rollUpTable'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import { scoreUnit, type UnitMarks, type UnitScores } from '#core/aggregation/scoreUnit'
import { makeTree } from '#core/aggregation/makeTree'
import { stretchesOf } from '#core/aggregation/stretchesOf'
import { dividePoints, equalPoints, multiplyPoints, type Points } from '#core/points'
import type { Rubric, UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { ItemScore } from '#core/scoring/scoreItem'

export type { UnitMarks } from '#core/aggregation/scoreUnit'

/**
 * Scores and rolls up units under a rubric: one score tree each, in the order given (METHOD §5). `reading` is how the project's ranking
 * reads numbers, which the gate of the bonus asks for. Items by rank (R8) are open here: places are given among the units of a ranking
 * group, by rankProject.
 */
export function rollUpUnits(rubric: Rubric, year: number, units: readonly UnitMarks[], reading: TotalReading = defaultReading): ScoreTree[] {
  const layoutOf = layoutsOf(rubric)
  return rollUpScores(rubric, units.map((unit) => scoreUnit(layoutOf(unit), year, unit.marks)), reading)
}

/** The score tree of a single unit. */
export function rollUpUnit(
  rubric: Rubric,
  unit: { readonly kind: UnitKind; readonly level: UnitLevel },
  year: number,
  marks: UnitMarks['marks'],
  reading: TotalReading = defaultReading,
): ScoreTree {
  return rollUpUnits(rubric, year, [{ kind: unit.kind, level: unit.level, marks }], reading)[0] as ScoreTree
}

/** The trees of units whose items are scored. Sums of nodes take the integer lane of rollUpTable as long as they fit. */
export function rollUpScores(rubric: Rubric, units: readonly UnitScores[], reading: TotalReading): ScoreTree[] {
  const rows = units.map(({ layout, items }) => layout.items.map((laid, index) => effectiveItem(laid, items[index] as ItemScore)))
  const stretches = stretchesOf(rubric)
  const sums = rollUpTable(makePointTable(rows, 1), stretches.list)
  return units.map((unit, index) => makeTree(rubric, unit, { sums, unit: index, ofNode: stretches.ofNode }, reading))
}

/** An item in effective points: what the rule gives, times what M is worth ÷ M. */
function effectiveItem({ body, least, effective }: LaidItem, { points, range }: ItemScore): TableItem {
  if (equalPoints(effective, body.full)) return { full: effective, least, scores: [{ points, range }] }
  const worth = dividePoints(effective, body.full)
  const scaled = (value: Points): Points => multiplyPoints(value, worth)
  return {
    full: effective,
    least: scaled(least),
    scores: [{ points: points && scaled(points), range: range && { low: scaled(range.low), high: scaled(range.high) } }],
  }
}
