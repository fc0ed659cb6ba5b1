import { isBegun, itemsOfTree } from '#core/aggregation/itemsOfTree'
import type { GroupScore, StateCounts } from '#core/aggregation/scoreTree'
import { comparePoints, dividePoints, formatPercent, formatPoints, subtractPoints, writeExact, zeroPoints, type Points } from '#core/points'
import type { Ranking, RankingRow } from '#core/ranking/ranking'

/** A ranking as its table shows it: every number already in words, exact and rounded once; the rows themselves stay for sorting. */
export interface RankingTable {
  readonly dimensions: readonly DimensionHead[]
  readonly rows: readonly TableRow[]
}

export interface DimensionHead {
  readonly id: string
  readonly name: string
  readonly full: string
}

export interface TableRow {
  readonly row: RankingRow
  /** Null: there is nothing to show yet (nothing settled, or everything N/A); a word stands in its place. */
  readonly total: { readonly low: string; readonly high: string } | null
  readonly percent: string | null
  readonly dimensions: readonly DimensionFigure[]
}

export interface DimensionFigure {
  readonly id: string
  readonly name: string
  /** figure: points · undetermined: nothing settled yet, which is not zero · notApplicable: nothing in it applies. */
  readonly kind: 'figure' | 'undetermined' | 'notApplicable'
  readonly low: string
  readonly high: string
  /** 得分率 of the low and the high end, of what applies; null without a figure. */
  readonly percent: string | null
  readonly percentHigh: string | null
  readonly full: string
  readonly available: string
  readonly counts: StateCounts
  readonly open: number
  /** Null without a figure. */
  readonly share: Points | null
}

export function tableOfRanking(ranking: Ranking): RankingTable {
  const first = ranking.rows[0]
  return {
    dimensions: (first?.tree.groups ?? []).map(({ id, name, full }) => ({ id, name, full: writeExact(full) })),
    rows: ranking.rows.map((row) => {
      const figures = hasFigures(row)
      return {
        row,
        total: figures ? row.shown : null,
        percent: figures ? row.percent : null,
        dimensions: row.tree.groups.map((group) => figureOfDimension(group, ranking.decimals)),
      }
    }),
  }
}

/** Whether there is anything to show as a total: a unit nobody has begun has none, rather than its rules' minimum. */
export function hasFigures({ rank, tree }: RankingRow): boolean {
  return tree.total !== null && (rank !== null || isBegun(tree))
}

export function figureOfDimension(group: Omit<GroupScore, 'children'>, decimals: number): DimensionFigure {
  const { counts, earned, available } = group
  const kind = available.numerator === 0n ? 'notApplicable' : counts.scored + counts.notFound === 0 ? 'undetermined' : 'figure'
  const shown = kind === 'figure'
  return {
    id: group.id,
    name: group.name,
    kind,
    low: formatPoints(earned.low, decimals),
    high: formatPoints(earned.high, decimals),
    percent: shown ? formatPercent(earned.low, available, decimals) : null,
    percentHigh: shown ? formatPercent(earned.high, available, decimals) : null,
    full: writeExact(group.full),
    available: writeExact(available),
    counts,
    open: counts.pending + counts.unscored,
    share: shown ? dividePoints(earned.low, available) : null,
  }
}

/** Items of a dimension in reading order, whatever the depth of its indicators. */
export function itemsOfDimension(group: GroupScore) {
  return itemsOfTree({ groups: [group] })
}

/** Ends of the scale on which the ranges of a group are drawn: tens that hold every total. */
export interface RangeScale {
  readonly from: Points
  readonly to: Points
}

export function scaleOfRanges(ranking: Ranking): RangeScale {
  const totals = ranking.rows.flatMap((row) => (hasFigures(row) && row.tree.total ? [row.tree.total] : []))
  const lows = totals.map(({ low }) => low)
  const highs = totals.map(({ high }) => high)
  const from = tens(lows.reduce((a, b) => (comparePoints(b, a) < 0 ? b : a), lows[0] ?? zeroPoints), 0n)
  const to = tens(highs.reduce((a, b) => (comparePoints(b, a) > 0 ? b : a), highs[0] ?? ranking.full), 9n)
  return comparePoints(to, from) > 0 ? { from, to } : { from, to: { numerator: from.numerator + 10n, denominator: 1n } }
}

/** Where a total stands on the scale, in percent of its width, for drawing. */
export function placeOnScale(value: Points, scale: RangeScale): string {
  return formatPercent(subtractPoints(value, scale.from), subtractPoints(scale.to, scale.from), 1) ?? '0.0'
}

/** The ten below (`up` 0n) or above (`up` 9n) a total, which is never negative. */
function tens(value: Points, up: bigint): Points {
  const whole = up === 0n ? value.numerator / value.denominator : (value.numerator + value.denominator - 1n) / value.denominator
  return { numerator: ((whole + up) / 10n) * 10n, denominator: 1n }
}
