import { comparePoints, subtractPoints, type Points } from '#core/points'
import type { TableRow } from './rankingTable'

/** A column by which rows can be put in order; a dimension by its id. */
export type SortColumn = 'place' | 'name' | 'total' | 'percent' | 'band' | 'gap' | 'range' | 'unscored' | 'pending' | 'notApplicable' | `dimension:${string}`

export interface SortOrder {
  readonly column: SortColumn
  readonly direction: 'ascending' | 'descending'
}

/** Names, places and bands read best from the first; numbers from the highest. */
function firstDirection(column: SortColumn): SortOrder['direction'] {
  return column === 'place' || column === 'name' || column === 'band' ? 'ascending' : 'descending'
}

/** What a press on a column's head leads to: its first direction, then the other, then the order of the ranking again (null). */
export function nextOrder(now: SortOrder | null, column: SortColumn): SortOrder | null {
  const first = firstDirection(column)
  if (now?.column !== column) return { column, direction: first }
  return now.direction === first ? { column, direction: first === 'ascending' ? 'descending' : 'ascending' } : null
}

/**
 * Rows in the order of a column; ties keep the order of the ranking, and what has no value stands last in both directions.
 * `bands` from best to worst: a band sorts by its standing, not by its name.
 */
export function sortRows(rows: readonly TableRow[], order: SortOrder | null, bands: readonly string[]): readonly TableRow[] {
  if (!order) return rows
  const compare = comparatorOf(order.column, bands)
  const sign = order.direction === 'ascending' ? 1 : -1
  return rows
    .map((row, index) => ({ row, index }))
    .sort((a, b) => {
      const found = compare(a.row, b.row)
      if (found === 'a-missing') return 1
      if (found === 'b-missing') return -1
      return sign * found || a.index - b.index
    })
    .map(({ row }) => row)
}

type Compared = number | 'a-missing' | 'b-missing'

function comparatorOf(column: SortColumn, bands: readonly string[]): (a: TableRow, b: TableRow) => Compared {
  switch (column) {
    case 'place': return by(({ row }) => row.rank, (a, b) => a - b)
    case 'name': return by(({ row }) => row.name, (a, b) => a.localeCompare(b, 'zh-CN'))
    case 'band': return by(({ row }) => (row.band === null ? null : bands.indexOf(row.band)), (a, b) => a - b)
    case 'total':
    case 'percent': return by((row) => (row.total ? (row.row.total?.low ?? null) : null), comparePoints)
    case 'gap': return by((row) => (row.row.rank === null ? null : (row.row.total?.low ?? null)), comparePoints)
    case 'range': return by(widthOfRange, comparePoints)
    case 'unscored':
    case 'pending':
    case 'notApplicable': return by(({ row }) => row.tree.counts[column], (a, b) => a - b)
    default: {
      const id = column.slice('dimension:'.length)
      return by((row) => row.dimensions.find((dimension) => dimension.id === id)?.share ?? null, comparePoints)
    }
  }
}

function widthOfRange(row: TableRow): Points | null {
  const total = row.total && row.row.tree.total
  return total ? subtractPoints(total.high, total.low) : null
}

function by<V>(read: (row: TableRow) => V | null, compare: (a: V, b: V) => number): (a: TableRow, b: TableRow) => Compared {
  return (rowA, rowB) => {
    const a = read(rowA)
    const b = read(rowB)
    if (a === null) return b === null ? 0 : 'a-missing'
    return b === null ? 'b-missing' : compare(a, b)
  }
}
