import type { UnitKind, UnitLevel } from '#core/rubric/rubric'
import { readTypedCode } from '#features/collect/units/readTypedCode'
import { splitCells } from '#features/collect/units/splitCells'
import { columnOfWord, isOrdinalWord, kindOfWord, levelOfWord, type ColumnRole } from '#features/collect/units/unitWords'

/** What stands in a cell that should hold one of our words. */
export type WordReading<T> = { readonly kind: 'known'; readonly value: T } | { readonly kind: 'empty' } | { readonly kind: 'unknown'; readonly text: string }

export interface UnitBlockRow {
  /** Row of the pasted block, counted from 1, header and blank rows included. */
  readonly line: number
  readonly name: string
  readonly kind: WordReading<UnitKind>
  readonly level: WordReading<UnitLevel>
  /** '' = none. */
  readonly group: string
  readonly code: WordReading<string>
}

export interface UnitBlock {
  /** What each column was taken for; null: left out. */
  readonly columns: readonly (ColumnRole | null)[]
  /** The words of the header row, when there was one. */
  readonly header: readonly string[] | null
  readonly rows: readonly UnitBlockRow[]
}

const byPosition: readonly ColumnRole[] = ['name', 'kind', 'level', 'group', 'code']

/**
 * Units pasted from a spreadsheet. A first row with a word for the name column (名称, 单位 …) is a header and orders the columns;
 * otherwise they are name, kind, level, group, code by position, after a column of plain numbers (序号) or of codes if there is one.
 * Blank rows are left out. Nothing is filled in: an empty or unknown word stays that, for the person to answer.
 * @example parseUnitBlock('青川市\t政府\t市级').rows[0]?.level // { kind: 'known', value: 'city' }
 */
export function parseUnitBlock(text: string): UnitBlock {
  const lines = splitCells(text)
    .map((cells, index) => ({ line: index + 1, cells: cells.map(tidy) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const first = lines[0]?.cells ?? []
  const isHeader = first.some((cell) => columnOfWord(cell) === 'name')
  const body = isHeader ? lines.slice(1) : lines
  const columns = isHeader ? columnsOfHeader(first) : columnsByPosition(body.map(({ cells }) => cells))
  return { columns, header: isHeader ? first : null, rows: body.map(({ line, cells }) => readRow(line, cells, columns)) }
}

function columnsOfHeader(header: readonly string[]): (ColumnRole | null)[] {
  const taken = new Set<ColumnRole>()
  return header.map((word) => {
    const role = isOrdinalWord(word) ? null : columnOfWord(word)
    if (role === null || taken.has(role)) return null
    taken.add(role)
    return role
  })
}

function columnsByPosition(rows: readonly (readonly string[])[]): (ColumnRole | null)[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length))
  const numbered = width > 1 && rows.every((cells) => /^\d+[.、]?$/.test((cells[0] ?? '').normalize('NFKC')))
  // Lists of the statistics offices begin with the code.
  const coded = numbered && rows.every((cells) => codeOfCell(cells[0] ?? '') !== null)
  return Array.from({ length: width }, (_, index) => (coded && index === 0 ? 'code' : (byPosition[numbered ? index - 1 : index] ?? null)))
}

function readRow(line: number, cells: readonly string[], columns: readonly (ColumnRole | null)[]): UnitBlockRow {
  const cellOf = (role: ColumnRole): string => {
    const index = columns.indexOf(role)
    return index < 0 ? '' : (cells[index] ?? '')
  }
  return { line, name: cellOf('name'), kind: readWord(cellOf('kind'), kindOfWord), level: readWord(cellOf('level'), levelOfWord), group: cellOf('group'), code: readWord(cellOf('code'), codeOfCell) }
}

function codeOfCell(text: string): string | null {
  const code = readTypedCode(text)
  return code === 'not-a-code' ? null : code
}

function readWord<T>(text: string, valueOf: (text: string) => T | null): WordReading<T> {
  if (text === '') return { kind: 'empty' }
  const value = valueOf(text)
  return value === null ? { kind: 'unknown', text } : { kind: 'known', value }
}

/** Line ends inside a cell are only its wrapping; between Chinese characters they leave nothing behind. */
function tidy(cell: string): string {
  return cell.replace(/[\s\u3000\u200B\uFEFF]+/gu, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '').trim()
}
