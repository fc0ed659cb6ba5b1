import { guessColumns, type ColumnGuess, type ColumnMapping, type ColumnRole } from '#core/rubric/proposal/guessColumns'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'

/** In the order in which they are offered. */
export const columnRoles: readonly ColumnRole[] = ['id', 'level1', 'level2', 'item', 'points', 'standard', 'note']

/** What a column plays, or null. */
export function roleOf(columns: ColumnMapping['columns'], column: number): ColumnRole | null {
  return columnRoles.find((role) => columns[role] === column) ?? null
}

/** Gives a column its part. Each part is played once: who played it before plays none. */
export function chooseRole(columns: ColumnMapping['columns'], column: number, role: ColumnRole | null): ColumnMapping['columns'] {
  const next = { ...columns }
  for (const other of columnRoles) if (next[other] === column) next[other] = null
  if (role !== null) next[role] = column
  return next
}

/** The sheet to begin with: of those in sight the one whose columns are known best, else the first that holds anything. */
export function likelySheet(sheets: readonly TableSheet[]): number {
  const rated = sheets.map((sheet, index) => ({ index, rating: ratingOf(sheet) }))
  return rated.sort((a, b) => b.rating - a.rating || a.index - b.index)[0]?.index ?? 0
}

function ratingOf(sheet: TableSheet): number {
  if (sheet.rows.length === 0) return -1
  const guess: ColumnGuess = guessColumns(sheet)
  const named = columnRoles.filter((role) => guess.columns[role] !== null).length
  return (sheet.hidden ? 0 : 100) + (guess.columns.points === null ? 0 : 10) + named
}

/** "A", "Z", "AA": as spreadsheets call a column, counted from 0. */
export function columnName(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (column % 26))
}
