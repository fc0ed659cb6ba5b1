import { greatestCommonDivisor, multiplyPoints, pointsOf, type Points } from '#core/points'
import { cellNotApplicable, cellOpen, cellSettled } from '#core/aggregation/missing'
import type { ItemScore } from '#core/scoring/scoreItem'

/**
 * Points of many units × items × assessors in columns: whole numerators over one denominator per unit (`scales`), as long as they
 * stay safe integers; a unit whose denominators grow beyond that has scale 0 and its points in `exact`. Both lanes give the same
 * totals (tests/core/aggregation). Cell index = (unit × items + item) × assessors + assessor.
 */
export interface PointTable {
  readonly unitCount: number
  readonly itemCount: number
  readonly assessorCount: number
  /** Denominator of the unit's numerators, or 0 for a unit in the exact lane. */
  readonly scales: Float64Array
  /** cellOpen, cellSettled, cellNotApplicable. */
  readonly states: Uint8Array
  /** Numerator of a settled cell's points, of an open cell's low end; 0 where it is N/A. */
  readonly points: Float64Array
  /** Numerator of an open cell's high end; 0 and meaningless otherwise. */
  readonly most: Float64Array
  /** Numerators of the item's minimum and full marks for this unit; index = unit × items + item. */
  readonly least: Float64Array
  readonly full: Float64Array
  readonly exact: ReadonlyMap<number, ExactRow>
}

/** A unit of the exact lane; the same indices within the unit. */
export interface ExactRow {
  /** Null where the cell is N/A. */
  readonly ranges: readonly ({ readonly low: Points; readonly high: Points } | null)[]
  readonly least: readonly Points[]
  readonly full: readonly Points[]
}

/** One cell for `makePointTable`: a result of scoreItem, its item's full marks and the rule's minimum for the unit. */
export interface TableItem {
  readonly full: Points
  readonly least: Points
  /** One per assessor. */
  readonly scores: readonly Pick<ItemScore, 'points' | 'range'>[]
}

/** Largest scale of the integer lane: with 1,000 items of 1,000 points, sums × 10^4 stay below 2^53. */
const largestScale = 2 ** 20

/** Packs scored units. `rows[u][i]` is item i of unit u; every row has the same number of items and of assessors. */
export function makePointTable(rows: readonly (readonly TableItem[])[], assessorCount: number): PointTable {
  const unitCount = rows.length
  const itemCount = rows[0]?.length ?? 0
  const cells = unitCount * itemCount
  const table = {
    unitCount,
    itemCount,
    assessorCount,
    scales: new Float64Array(unitCount),
    states: new Uint8Array(cells * assessorCount),
    points: new Float64Array(cells * assessorCount),
    most: new Float64Array(cells * assessorCount),
    least: new Float64Array(cells),
    full: new Float64Array(cells),
    exact: new Map<number, ExactRow>(),
  }
  rows.forEach((row, unit) => {
    const scale = commonScale(row)
    table.scales[unit] = scale
    row.forEach((item, index) => {
      item.scores.forEach((score, assessor) => {
        const cell = (unit * itemCount + index) * assessorCount + assessor
        table.states[cell] = score.points ? cellSettled : score.range ? cellOpen : cellNotApplicable
        if (scale === 0 || !score.range) return
        table.points[cell] = scaled(score.points ?? score.range.low, scale)
        if (!score.points) table.most[cell] = scaled(score.range.high, scale)
      })
      if (scale === 0) return
      table.least[unit * itemCount + index] = scaled(item.least, scale)
      table.full[unit * itemCount + index] = scaled(item.full, scale)
    })
    if (scale === 0) {
      table.exact.set(unit, {
        ranges: row.flatMap((item) => item.scores.map((score) => score.range)),
        least: row.map((item) => item.least),
        full: row.map((item) => item.full),
      })
    }
  })
  return table
}

/** Least common denominator of a unit's points, or 0 when it or a numerator would leave the integer lane. */
function commonScale(row: readonly TableItem[]): number {
  const limit = BigInt(largestScale)
  let scale = 1n
  for (const item of row) {
    for (const value of [item.full, item.least, ...item.scores.flatMap(endsOf)]) {
      if (scale % value.denominator === 0n) continue
      scale = (scale / greatestCommonDivisor(scale, value.denominator)) * value.denominator
      if (scale > limit) return 0
    }
  }
  return Number(scale)
}

function endsOf({ range }: TableItem['scores'][number]): readonly Points[] {
  if (!range) return []
  return range.low === range.high ? [range.low] : [range.low, range.high]
}

function scaled(value: Points, scale: number): number {
  return Number(multiplyPoints(value, pointsOf(scale)).numerator)
}
