import { parseCalendarDay, type CalendarDay } from '#core/calendarDay'
import { cellAt } from '#core/tables/cells'
import { unescapeText } from '#core/tables/rubricSheet/escapeText'
import { readDecimal } from '#core/tables/rubricSheet/readDecimal'
import type { RubricSheetProblem, SheetPlace } from '#core/tables/rubricSheet/rubricSheetProblem'
import { keyOfWord } from '#core/tables/rubricSheet/rubricSheetWords'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'

/** A row under named columns; `row` counts from 0 in the sheet. */
export interface NamedRow {
  readonly sheet: string
  readonly row: number
  readonly cells: readonly string[]
  readonly columns: ReadonlyMap<string, number>
  readonly problems: RubricSheetProblem[]
}

/** The rows under the head (row 1), those without any text left out. A needed column that is not there is a problem. */
export function namedRows(sheet: TableSheet, needed: readonly string[], problems: RubricSheetProblem[]): NamedRow[] {
  const columns = new Map((sheet.rows[0] ?? []).map((title, column) => [title.trim(), column]))
  const missing = needed.filter((column) => !columns.has(column))
  problems.push(...missing.map((column) => ({ kind: 'missing-column' as const, sheet: sheet.name, column })))
  if (missing.length > 0) return []
  return sheet.rows.flatMap((cells, row) => (row === 0 || cells.every((cell) => cell.trim() === '') ? [] : [{ sheet: sheet.name, row, cells, columns, problems }]))
}

export function rawCell(row: NamedRow, column: string): string {
  const index = row.columns.get(column)
  return index === undefined ? '' : (row.cells[index] ?? '').replaceAll('\r\n', '\n')
}

export function placeOf(row: NamedRow, column: string): SheetPlace {
  return { sheet: row.sheet, cell: cellAt(row.row, row.columns.get(column) ?? 0) }
}

export function isBlank(row: NamedRow, column: string): boolean {
  return rawCell(row, column).trim() === ''
}

/** Text that must be there. */
export function textCell(row: NamedRow, column: string): string {
  if (isBlank(row, column)) row.problems.push({ kind: 'empty-cell', place: placeOf(row, column), column })
  return unescapeText(rawCell(row, column))
}

/** English beside texts from its columns; nothing where they are empty. */
export function englishCells<F extends string>(row: NamedRow, columns: Readonly<Record<F, string>>): { readonly en?: { readonly [K in F]?: string } } {
  const texts = Object.entries<string>(columns).flatMap(([field, column]) => (isBlank(row, column) ? [] : [[field, unescapeText(rawCell(row, column))]]))
  return texts.length === 0 ? {} : { en: Object.fromEntries(texts) as { readonly [K in F]?: string } }
}

export function numberCell(row: NamedRow, column: string): number {
  if (isBlank(row, column)) {
    row.problems.push({ kind: 'empty-cell', place: placeOf(row, column), column })
    return 0
  }
  const value = readDecimal(rawCell(row, column))
  if (value === null) row.problems.push({ kind: 'not-a-number', place: placeOf(row, column), found: rawCell(row, column) })
  return value ?? 0
}

/** Ids are ASCII (see rubrics/README.md), so that they survive files, links and spreadsheets. */
export function idCell(row: NamedRow, column: string): string {
  const id = textCell(row, column)
  if (id !== '' && !/^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(id)) row.problems.push({ kind: 'bad-id', place: placeOf(row, column), found: id })
  return id
}

export function dayCell(row: NamedRow, column: string): CalendarDay | undefined {
  if (isBlank(row, column)) return undefined
  const day = parseCalendarDay(rawCell(row, column).trim())
  if (day === null) row.problems.push({ kind: 'not-a-day', place: placeOf(row, column), found: rawCell(row, column) })
  return day ?? undefined
}

export function choiceCell<K extends string>(row: NamedRow, column: string, words: Readonly<Record<K, string>>): K {
  const key = keyOfWord(words, rawCell(row, column))
  if (key === null) row.problems.push({ kind: 'not-allowed', place: placeOf(row, column), found: rawCell(row, column).trim(), allowed: Object.values<string>(words) })
  return key ?? (Object.keys(words)[0] as K)
}

/** The lines of a cell as parts, undone; empty lines fall out. */
export function lineCells(row: NamedRow, column: string): { readonly parts: readonly string[]; readonly line: number; readonly text: string }[] {
  return rawCell(row, column).split('\n').flatMap((text, index) => (text.trim() === '' ? [] : [{ parts: text.split('|').map(unescapeText), line: index + 1, text }]))
}

export function badLineOf(row: NamedRow, column: string, { line, text }: { readonly line: number; readonly text: string }): void {
  row.problems.push({ kind: 'bad-line', place: placeOf(row, column), line, found: text })
}
