import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'
import type { WorkbookModel } from '#core/tables/workbook'

/** The cells of a table model as a door would read them back. */
export function sheetsOf(model: WorkbookModel): TableSheet[] {
  return model.sheets.map(({ name, rows }) => ({ name, hidden: false, merges: [], rows: rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : String(cell.value)))) }))
}

/** The same sheets with one cell changed; `cell` counts from 0. */
export function withCell(sheets: readonly TableSheet[], name: string, [row, column]: readonly [number, number], text: string): TableSheet[] {
  return sheets.map((sheet) => (sheet.name === name
    ? { ...sheet, rows: sheet.rows.map((cells, r) => (r === row ? Array.from({ length: Math.max(cells.length, column + 1) }, (_, c) => (c === column ? text : (cells[c] ?? ''))) : cells)) }
    : sheet))
}
