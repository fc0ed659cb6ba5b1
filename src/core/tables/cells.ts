import type { CellModel, CellStyle, SheetRow } from '#core/tables/workbook'

/** Excel's name of a column counted from 0: 0 → A, 26 → AA. */
export function columnName(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)
}

/** (4, 1) → "B5". */
export function cellAt(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** (4, 1) → "$B$5". References to other rows and sheets are absolute, so that sorting a table does not move them. */
export function fixedCellAt(row: number, column: number): string {
  return `$${columnName(column)}$${row + 1}`
}

/** A range with fixed corners, both included. */
export function fixedRange(first: { row: number; column: number }, last: { row: number; column: number }): string {
  return `${fixedCellAt(first.row, first.column)}:${fixedCellAt(last.row, last.column)}`
}

/** Text inside a formula: quotes doubled. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

export function makeCell(value: string | number, style: CellStyle, more?: Pick<CellModel, 'formula' | 'link'>): CellModel {
  return { value, style, ...more }
}

export function makeRow(cells: readonly (CellModel | null)[], height: number | null = null): SheetRow {
  return { height, cells }
}

/** A row of one text in its first cell, with as many empty cells of the same look as a merge needs. */
export function makeBand(text: string, style: CellStyle, columns: number, height: number | null = null): SheetRow {
  return makeRow(Array.from({ length: columns }, (_, column) => makeCell(column === 0 ? text : '', style)), height)
}

/** Widths in Excel's character units in which 1000.00 and 100.00% stand with some air. */
export function widthsOfNumbers(decimals: number): { readonly points: number; readonly percent: number } {
  const more = Math.max(0, decimals - 2)
  return { points: 10 + more, percent: 11 + more }
}

/** Excel's limit for the height of a row, points. */
const highest = 409

/**
 * Height in points that wrapped text needs, estimated; `width` in Excel's character units. Written out because spreadsheets do not
 * agree on when they fit rows by themselves, and never fit merged cells.
 */
export function heightOfText(text: string, width: number): number {
  const lines = text.split('\n').map((line) => Math.max(1, Math.ceil([...line].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1.9 : 1.1), 0) / Math.max(1, width - 1.5))))
  return Math.min(highest, 6 + 14 * lines.reduce((sum, count) => sum + count, 0))
}

/** A row as high as its highest text, given the widths of its columns. */
export function makeFittedRow(cells: readonly (CellModel | null)[], widths: readonly number[]): SheetRow {
  const heights = cells.map((cell, column) => (typeof cell?.value === 'string' ? heightOfText(cell.value, widths[column] ?? 10) : 0))
  return makeRow(cells, Math.max(20, ...heights))
}
