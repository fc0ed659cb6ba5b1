import { addPoints, makePoints, multiplyPoints, pointsOf, zeroPoints, type Points } from '#core/points'
import { cellNotApplicable, cellSettled, mergeStates } from '#core/aggregation/missing'
import type { ExactRow, PointTable } from '#core/aggregation/pointTable'

/** A node of the rubric as a stretch of its items in reading order: items from `from` up to, not including, `to`. */
export interface ItemStretch {
  readonly from: number
  readonly to: number
}

/**
 * Sums of every unit and stretch: earned at both ends of the range, and the full marks of what applies, as exact rationals.
 * Kept as numerators over one denominator per unit (integer lane) or as Points (exact lane); read them through the functions.
 */
export interface TableSums {
  readonly unitCount: number
  readonly stretchCount: number
  readonly earned: (unit: number, stretch: number) => { readonly low: Points; readonly high: Points }
  readonly available: (unit: number, stretch: number) => Points
  /**
   * full × Σearned ÷ Σavailable over stretch 0 (N/A method (a), METHOD §6A.7), rounded half up to 10^−decimals, as whole numbers;
   * null where nothing applies.
   */
  readonly roundedTotals: (full: number, decimals: number) => { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] }
}

/**
 * Rolls points up over stretches of items (METHOD §5.1): the mean of the assessors per item, then plain sums. Missing values follow
 * `missing.ts`; nothing is rounded. Stretch 0 must be the whole rubric. Cost: one pass over the cells and one over the stretches.
 */
export function rollUpTable(table: PointTable, stretches: readonly ItemStretch[]): TableSums {
  const { unitCount, itemCount, assessorCount } = table
  const stretchCount = stretches.length
  const low = new Float64Array(unitCount * stretchCount)
  const high = new Float64Array(unitCount * stretchCount)
  const available = new Float64Array(unitCount * stretchCount)
  const exact = new Map<number, ExactSums[]>()
  const lowBefore = new Float64Array(itemCount + 1)
  const highBefore = new Float64Array(itemCount + 1)
  const availableBefore = new Float64Array(itemCount + 1)

  for (let unit = 0; unit < unitCount; unit += 1) {
    const row = table.exact.get(unit)
    if (row) {
      exact.set(unit, sumExactly(table, unit, row, stretches))
      continue
    }
    const firstItem = unit * itemCount
    for (let item = 0; item < itemCount; item += 1) {
      const firstCell = (firstItem + item) * assessorCount
      let sum = 0
      let openLow = 0
      let openHigh = 0
      let settled = 0
      let notApplicable = 0
      for (let cell = firstCell; cell < firstCell + assessorCount; cell += 1) {
        const state = table.states[cell]
        if (state === cellSettled) {
          settled += 1
          sum += table.points[cell] as number
        } else if (state === cellNotApplicable) notApplicable += 1
        else {
          openLow += table.points[cell] as number
          openHigh += table.most[cell] as number
        }
      }
      let lowEnd = sum
      let highEnd = sum
      let applies = (table.full[firstItem + item] as number) * assessorCount
      if (settled < assessorCount) {
        const open = assessorCount - settled - notApplicable
        if (notApplicable === 0) {
          lowEnd += openLow
          highEnd += openHigh
        } else if (mergeStates({ open, settled, notApplicable }) === 'notApplicable') {
          lowEnd = highEnd = applies = 0
        } else {
          lowEnd = assessorCount * (table.least[firstItem + item] as number)
          highEnd = applies
        }
      }
      lowBefore[item + 1] = (lowBefore[item] as number) + lowEnd
      highBefore[item + 1] = (highBefore[item] as number) + highEnd
      availableBefore[item + 1] = (availableBefore[item] as number) + applies
    }
    for (let index = 0; index < stretchCount; index += 1) {
      const { from, to } = stretches[index] as ItemStretch
      const at = unit * stretchCount + index
      low[at] = (lowBefore[to] as number) - (lowBefore[from] as number)
      high[at] = (highBefore[to] as number) - (highBefore[from] as number)
      available[at] = (availableBefore[to] as number) - (availableBefore[from] as number)
    }
  }

  const denominatorOf = (unit: number) => (table.scales[unit] as number) * assessorCount
  const pointsAt = (column: Float64Array, unit: number, stretch: number) =>
    makePoints(BigInt(column[unit * stretchCount + stretch] as number), BigInt(denominatorOf(unit)))

  return {
    unitCount,
    stretchCount,
    earned: (unit, stretch) => {
      const sums = exact.get(unit)?.[stretch]
      return sums ?? { low: pointsAt(low, unit, stretch), high: pointsAt(high, unit, stretch) }
    },
    available: (unit, stretch) => exact.get(unit)?.[stretch]?.available ?? pointsAt(available, unit, stretch),
    roundedTotals: (full, decimals) => {
      const totals = { low: new Array<number | null>(unitCount), high: new Array<number | null>(unitCount) }
      for (let unit = 0; unit < unitCount; unit += 1) {
        const sums = exact.get(unit)?.[0]
        if (sums) {
          totals.low[unit] = roundExactTotal(full, sums.low, sums.available, decimals)
          totals.high[unit] = roundExactTotal(full, sums.high, sums.available, decimals)
          continue
        }
        const at = unit * stretchCount
        totals.low[unit] = roundTotal(full, low[at] as number, available[at] as number, decimals)
        totals.high[unit] = roundTotal(full, high[at] as number, available[at] as number, decimals)
      }
      return totals
    },
  }
}

interface ExactSums {
  readonly low: Points
  readonly high: Points
  readonly available: Points
}

function sumExactly(table: PointTable, unit: number, row: ExactRow, stretches: readonly ItemStretch[]): ExactSums[] {
  const { itemCount, assessorCount } = table
  const share = makePoints(1n, BigInt(assessorCount))
  const before: ExactSums[] = [{ low: zeroPoints, high: zeroPoints, available: zeroPoints }]
  for (let item = 0; item < itemCount; item += 1) {
    let lowSum = zeroPoints
    let highSum = zeroPoints
    let settled = 0
    let notApplicable = 0
    for (let assessor = 0; assessor < assessorCount; assessor += 1) {
      const state = table.states[(unit * itemCount + item) * assessorCount + assessor]
      const range = row.ranges[item * assessorCount + assessor]
      if (state === cellSettled) settled += 1
      else if (state === cellNotApplicable) notApplicable += 1
      if (!range) continue
      lowSum = addPoints(lowSum, range.low)
      highSum = addPoints(highSum, range.high)
    }
    const open = assessorCount - settled - notApplicable
    const full = row.full[item] as Points
    const merged = mergeStates({ open, settled, notApplicable })
    const mixed = merged === 'open' && notApplicable > 0
    const low = mixed ? (row.least[item] as Points) : multiplyPoints(lowSum, share)
    const high = mixed ? full : multiplyPoints(highSum, share)
    const last = before[item] as ExactSums
    before.push(
      merged === 'notApplicable'
        ? last
        : { low: addPoints(last.low, low), high: addPoints(last.high, high), available: addPoints(last.available, full) },
    )
  }
  return stretches.map(({ from, to }) => ({
    low: difference(before[to], before[from], 'low'),
    high: difference(before[to], before[from], 'high'),
    available: difference(before[to], before[from], 'available'),
  }))
}

function difference(later: ExactSums | undefined, earlier: ExactSums | undefined, key: keyof ExactSums): Points {
  const minuend = (later as ExactSums)[key]
  const subtrahend = (earlier as ExactSums)[key]
  return addPoints(minuend, { numerator: -subtrahend.numerator, denominator: subtrahend.denominator })
}

/** full × earned ÷ available, half up. Exact: both are whole numbers over the same denominator, and BigInt takes over past 2^53. */
function roundTotal(full: number, earned: number, available: number, decimals: number): number | null {
  if (available === 0) return null
  const numerator = full * earned * 10 ** decimals
  if (Number.isInteger(full) && 2 * numerator + available <= Number.MAX_SAFE_INTEGER) {
    const doubled = 2 * numerator + available
    const quotient = Math.floor(doubled / (2 * available))
    return quotient * 2 * available > doubled ? quotient - 1 : quotient
  }
  return roundExactTotal(full, makePoints(BigInt(earned), 1n), makePoints(BigInt(available), 1n), decimals)
}

function roundExactTotal(full: number, earned: Points, available: Points, decimals: number): number | null {
  if (available.numerator === 0n) return null
  const whole = pointsOf(full)
  const numerator = whole.numerator * earned.numerator * available.denominator * 10n ** BigInt(decimals)
  const denominator = whole.denominator * earned.denominator * available.numerator
  return Number((2n * numerator + denominator) / (2n * denominator))
}
