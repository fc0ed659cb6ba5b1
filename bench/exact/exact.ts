/**
 * npm run bench:exact — rolls up 3,000 units × 100 items × 3 assessors (mean per item, METHOD §5.4) and ranks them,
 * (1) against a BigInt oracle written apart from the engine: 0 differing totals, 0 differing ranks;
 * (2) against decimal.js doing the same sums in the same run: at least 20× its speed, medians of several runs.
 * Exits non-zero below either bar.
 */
import { Decimal } from 'decimal.js'
import { cellNotApplicable, cellOpen, cellSettled } from '#core/aggregation/missing'
import type { PointTable } from '#core/aggregation/pointTable'
import { rollUpTable, type ItemStretch } from '#core/aggregation/rollUpTable'
import { byTotal, rankTotals } from '#core/ranking/rankTotals'

const units = 3000
const items = 100
const assessors = 3
const decimals = 2
const leastRatio = 20
const runs = 9

// Full marks of one point an item in hundredths; every item belongs to one of ten dimensions. About 1 % of items are N/A for all
// assessors of a unit; open cells stand in a hundredth of the units. A small linear generator makes every run the same.
const scale = 100
let seed = 20250301
function draw(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const table = {
  unitCount: units,
  itemCount: items,
  assessorCount: assessors,
  scales: new Float64Array(units).fill(scale),
  states: new Uint8Array(units * items * assessors),
  points: new Float64Array(units * items * assessors),
  most: new Float64Array(units * items * assessors),
  least: new Float64Array(units * items),
  full: new Float64Array(units * items).fill(scale),
  exact: new Map(),
} satisfies PointTable
for (let unit = 0; unit < units; unit += 1) {
  const ability = 30 + draw(60)
  const unfinished = draw(100) === 0
  for (let item = 0; item < items; item += 1) {
    const apart = draw(100) === 0
    for (let assessor = 0; assessor < assessors; assessor += 1) {
      const cell = (unit * items + item) * assessors + assessor
      table.states[cell] = apart ? cellNotApplicable : unfinished && draw(50) === 0 ? cellOpen : cellSettled
      if (table.states[cell] === cellOpen) table.most[cell] = scale
      if (table.states[cell] === cellSettled) table.points[cell] = Math.min(scale, Math.max(0, ability - 20 + draw(40)))
    }
  }
}
const stretches: ItemStretch[] = [{ from: 0, to: items }, ...Array.from({ length: 10 }, (_, index) => ({ from: index * 10, to: index * 10 + 10 }))]

interface Outcome {
  readonly low: readonly (number | null)[]
  readonly high: readonly (number | null)[]
  readonly ranks: readonly number[]
}

function engine(): Outcome {
  const { low, high } = rollUpTable(table, stretches).roundedTotals(100, decimals)
  return { low, high, ranks: rankTotals(units, byTotal(low as number[]), 'competition') }
}

function oracle(): Outcome {
  const low: (number | null)[] = []
  const high: (number | null)[] = []
  for (let unit = 0; unit < units; unit += 1) {
    let earnedLow = 0n
    let earnedHigh = 0n
    let available = 0n
    for (let item = 0; item < items; item += 1) {
      let apart = 0
      let lowSum = 0n
      let highSum = 0n
      for (let assessor = 0; assessor < assessors; assessor += 1) {
        const cell = (unit * items + item) * assessors + assessor
        if (table.states[cell] === cellNotApplicable) apart += 1
        else if (table.states[cell] === cellOpen) highSum += 100n
        else {
          lowSum += BigInt(table.points[cell] as number)
          highSum += BigInt(table.points[cell] as number)
        }
      }
      if (apart === assessors) continue
      available += 300n
      earnedLow += lowSum
      earnedHigh += highSum
    }
    const round = (earned: bigint) => (available === 0n ? null : Number((2n * 100n * earned * 100n + available) / (2n * available)))
    low.push(round(earnedLow))
    high.push(round(earnedHigh))
  }
  return { low, high, ranks: low.map((own) => 1 + low.filter((other) => (other as number) > (own as number)).length) }
}

function withDecimalJs(): Outcome {
  const low: (number | null)[] = []
  const high: (number | null)[] = []
  const hundred = new Decimal(100)
  const one = new Decimal(1)
  const zero = new Decimal(0)
  for (let unit = 0; unit < units; unit += 1) {
    let earnedLow = zero
    let earnedHigh = zero
    let available = zero
    for (let item = 0; item < items; item += 1) {
      let apart = 0
      let lowSum = zero
      let highSum = zero
      for (let assessor = 0; assessor < assessors; assessor += 1) {
        const cell = (unit * items + item) * assessors + assessor
        if (table.states[cell] === cellNotApplicable) apart += 1
        else if (table.states[cell] === cellOpen) highSum = highSum.plus(one)
        else {
          lowSum = lowSum.plus(decimalCells[cell] as Decimal)
          highSum = highSum.plus(decimalCells[cell] as Decimal)
        }
      }
      if (apart === assessors) continue
      available = available.plus(one)
      earnedLow = earnedLow.plus(lowSum)
      earnedHigh = earnedHigh.plus(highSum)
    }
    const round = (earned: Decimal) =>
      available.isZero() ? null : earned.times(hundred).div(available.times(assessors)).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP).times(100).toNumber()
    low.push(round(earnedLow))
    high.push(round(earnedHigh))
  }
  return { low, high, ranks: rankTotals(units, byTotal(low as number[]), 'competition') }
}
// Making the Decimals is not counted: the engine's table is packed beforehand, too.
const decimalCells = Array.from(table.points, (numerator) => new Decimal(numerator).div(scale))

function median(act: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    act()
    return performance.now() - start
  }).sort((a, b) => a - b)
  return times[(runs - 1) / 2] as number
}

function differences(a: readonly (number | null)[], b: readonly (number | null)[]): number {
  return a.filter((value, index) => value !== b[index]).length
}

const ours = engine()
const truth = oracle()
const totals = differences(ours.low, truth.low) + differences(ours.high, truth.high)
const ranks = differences(ours.ranks, truth.ranks)
engine()
const ourTime = median(engine)
const theirTime = median(withDecimalJs)
const ratio = theirTime / ourTime
console.log(`bench:exact  ${units} units × ${items} items × ${assessors} assessors, ${runs} runs, medians`)
console.log(`  against the BigInt oracle: ${totals} differing totals, ${ranks} differing ranks (${new Set(truth.ranks).size} distinct places)`)
console.log(`  engine ${ourTime.toFixed(2)} ms · decimal.js ${theirTime.toFixed(1)} ms · ratio ${ratio.toFixed(1)}× (at least ${leastRatio}×)`)
if (totals + ranks > 0 || ratio < leastRatio) {
  console.error('bench:exact is below its bar')
  process.exitCode = 1
}
