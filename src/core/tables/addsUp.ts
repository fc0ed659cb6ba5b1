import type { ItemScoreNode } from '#core/aggregation/scoreTree'
import { type Points, comparePoints, dividePoints, equalPoints, multiplyPoints, pointsOf, sumPoints, zeroPoints } from '#core/points'
import type { PlannedUnit, WorkbookPlan } from '#core/tables/planWorkbook'

/**
 * Which formulas over the score cells give exactly what the program gives. Weights, full marks that differ between bodies and other N/A
 * methods than the global one make some of them untrue for some units; there the value stands alone.
 */
export interface TrueSums {
  readonly earned: boolean
  readonly available: boolean
  /** full × Σ ÷ available, at the low and the high end of what the own items come to. */
  readonly base: boolean
  readonly baseHigh: boolean
}

/** `fulls`: whose full marks stand in the row of full marks: the rubric's own (matrix), or the unit's (its score sheet). */
export function addsUp(plan: WorkbookPlan, unit: PlannedUnit, fulls: 'rubric' | 'unit' = 'rubric'): TrueSums {
  const { tree } = unit.input
  const sums = sumsOfCells(plan, unit, { first: 0, last: plan.items.length - 1 }, fulls)
  const rated = (sum: Points): Points => (sums.available.numerator === 0n ? zeroPoints : dividePoints(multiplyPoints(plan.full, sum), sums.available))
  return {
    earned: equalPoints(sums.low, tree.earned.low),
    available: equalPoints(sums.available, tree.available),
    base: tree.own === null ? sums.available.numerator === 0n : equalPoints(rated(sums.low), tree.own.low),
    baseHigh: tree.own === null ? sums.available.numerator === 0n : equalPoints(rated(sums.high), tree.own.high),
  }
}

export interface CellSums {
  readonly low: Points
  readonly high: Points
  readonly available: Points
}

/** What the formulas read from the cells of some of the items come to. */
export function sumsOfCells(plan: WorkbookPlan, unit: PlannedUnit, { first, last }: { readonly first: number; readonly last: number }, fulls: 'rubric' | 'unit'): CellSums {
  const cells = plan.items.slice(first, last + 1).map(({ item }) => {
    const node = unit.nodes.get(item.id) as ItemScoreNode
    return { node, full: fulls === 'unit' ? node.full : pointsOf(item.full) }
  })
  const sum = (read: (cell: (typeof cells)[number]) => Points): Points => sumPoints(cells.map(read))
  return {
    low: sum(({ node }) => node.points ?? node.range?.low ?? zeroPoints),
    high: sum(({ node, full }) => node.points ?? (node.range ? full : zeroPoints)),
    available: sum(({ node, full }) => (node.state === 'notApplicable' ? zeroPoints : full)),
  }
}

/** Whether the cells of a dimension add up to its points. */
export function dimensionAddsUp(plan: WorkbookPlan, unit: PlannedUnit, items: { readonly first: number; readonly last: number }, score: { readonly earned: { readonly low: Points }; readonly available: Points }, fulls: 'rubric' | 'unit' = 'rubric'): boolean {
  const sums = sumsOfCells(plan, unit, items, fulls)
  return comparePoints(sums.low, score.earned.low) === 0 && comparePoints(sums.available, score.available) === 0
}
