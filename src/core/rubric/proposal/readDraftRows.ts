import type { ColumnMapping, ColumnRole } from '#core/rubric/proposal/guessColumns'
import { readPointsText } from '#core/rubric/proposal/readPointsText'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'

/** An item of a foreign table; several rows may make one. Empty where the table says nothing. */
export interface DraftRow {
  /** First row, from 0. */
  readonly row: number
  readonly id: string
  readonly level1: string
  readonly level2: string
  readonly item: string
  readonly points: number
  readonly standard: string
  readonly note: string
}

export type DraftRowProblem =
  /** The row is left out until its points are given. */
  | { readonly kind: 'points-missing'; readonly row: number; readonly item: string }
  | { readonly kind: 'points-not-understood'; readonly row: number; readonly item: string; readonly found: string }
  | { readonly kind: 'item-unnamed'; readonly row: number }

interface DraftRows {
  readonly rows: readonly DraftRow[]
  /** What a row 合计 names. */
  readonly total: { readonly row: number; readonly points: number } | null
  readonly problems: readonly DraftRowProblem[]
}

const sums = /^(?:合计|总计|总分|共计|小计|总\s*分|合\s*计)$/

/**
 * The items under the head. Levels that are left empty hold on from above. Rows whose points are one merged cell, and rows that have a
 * standard but neither name nor points, belong to the item above: their standards are joined by line breaks. Rows of sums are no items.
 */
export function readDraftRows(table: TableSheet, { headRow, columns }: ColumnMapping): DraftRows {
  const rows: DraftRow[] = []
  const problems: DraftRowProblem[] = []
  let total: DraftRows['total'] = null
  const goesOn = rowsBelowFirst(table, columns.points)
  let [level1, level2] = ['', '']
  for (let row = headRow + 1; row < table.rows.length; row += 1) {
    const at = (role: ColumnRole) => (columns[role] === null ? '' : (table.rows[row]?.[columns[role]] ?? '').trim())
    if ((table.rows[row] ?? []).every((cell) => cell.trim() === '')) continue
    if ((table.rows[row] ?? []).some((cell) => sums.test(cell.trim()))) {
      const points = readPointsText(at('points'))
      if (points !== null && !(table.rows[row] ?? []).some((cell) => cell.trim() === '小计')) total = { row, points }
      continue
    }
    const last = rows.at(-1)
    if (last !== undefined && (goesOn.has(row) || (at('item') === '' && at('points') === ''))) {
      rows[rows.length - 1] = { ...last, standard: joined(last.standard, at('standard')), note: joined(last.note, at('note')) }
      continue
    }
    if (at('level1') !== '' && at('level1') !== level1) [level1, level2] = [at('level1'), '']
    if (at('level2') !== '') level2 = at('level2')
    const points = readPointsText(at('points'))
    const name = at('item') === '' ? at('standard') : at('item')
    if (name === '') {
      if (at('points') !== '') problems.push({ kind: 'item-unnamed', row })
    } else if (points === null) problems.push(at('points') === '' ? { kind: 'points-missing', row, item: name } : { kind: 'points-not-understood', row, item: name, found: at('points') })
    else rows.push({ row, id: at('id'), level1, level2, item: name, points, standard: at('standard'), note: at('note') })
  }
  return { rows, total, problems }
}

/** The rows, all but the first, of areas in which the points are one merged cell. */
function rowsBelowFirst(table: TableSheet, column: number | null): Set<number> {
  const rows = new Set<number>()
  for (const merge of table.merges) {
    if (column === null || column < merge.column || column >= merge.column + merge.columns) continue
    for (let row = merge.row + 1; row < Math.min(merge.row + merge.rows, table.rows.length); row += 1) rows.add(row)
  }
  return rows
}

function joined(text: string, more: string): string {
  return more === '' || text.split('\n').includes(more) ? text : text === '' ? more : `${text}\n${more}`
}
