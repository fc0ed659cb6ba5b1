import { zipSync } from 'fflate'
import { CFB, read, SSF, utils, type CellObject, type WorkBook, type WorkSheet } from 'xlsx'
import { failure, success, type Result } from '#core/result'
import { splitCsv } from '#core/tables/rubricSheet/splitCsv'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'
import type { Merge } from '#core/tables/workbook'
import { listZipParts, unpackPart, type ZipCaps, type ZipProblem } from '#exchange/excel/zipParts'
import { decodeText } from '#exchange/text/decodeText'

/** Why a table cannot be read at all. */
export type SheetTableProblem =
  | ZipProblem
  | { readonly kind: 'empty-file' }
  | { readonly kind: 'password-protected' }
  | { readonly kind: 'not-a-workbook' }
  | { readonly kind: 'too-many-rows'; readonly sheet: string; readonly limit: number }
  | { readonly kind: 'too-many-columns'; readonly sheet: string; readonly limit: number }
  /** Merged areas that cover more cells together than any table has. */
  | { readonly kind: 'too-many-merged-cells'; readonly sheet: string; readonly limit: number }

/** What a reader of the table should know; nothing of it stops the reading. */
export type SheetTableNote =
  | { readonly kind: 'hidden-sheet'; readonly sheet: string }
  /** Formulas are never computed here; their stored values are taken. */
  | { readonly kind: 'formulas'; readonly sheet: string; readonly count: number }
  | { readonly kind: 'formula-without-value'; readonly sheet: string; readonly cell: string }
  | { readonly kind: 'error-value'; readonly sheet: string; readonly cell: string; readonly value: string }
  | { readonly kind: 'merged-cells'; readonly sheet: string; readonly count: number }

export interface SheetTables {
  readonly sheets: readonly TableSheet[]
  readonly notes: readonly SheetTableNote[]
}

export const tableMaxBytes = 20_000_000
export const tableMaxRows = 50_000
export const tableMaxColumns = 256
export const tableMaxMergedCells = 1_000_000
export const tableCaps: ZipCaps = { parts: 2_000, totalBytes: 100_000_000, ratio: 300 }

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const zipSignature = [0x50, 0x4b]

/**
 * Reads a foreign table: .xlsx .xlsm .ods (zip), .xls .et (OLE), .csv. What a file is, its bytes say, never its name. Refused before it
 * costs anything: more than 20 MB packed, 100 MB unpacked, 300 : 1 in a part, 50,000 rows or 256 columns in a sheet, or a password. Merged cells
 * are filled with their text, formulas are taken by the value stored with them, days become "2024-03-01". Never throws.
 */
export function readSheetTable(bytes: Uint8Array): Result<SheetTables, SheetTableProblem> {
  if (bytes.length > tableMaxBytes) return failure({ kind: 'too-large', limitBytes: tableMaxBytes })
  if (bytes.length === 0) return failure({ kind: 'empty-file' })
  if (beginsWith(bytes, oleSignature)) return readOle(bytes)
  if (beginsWith(bytes, zipSignature)) return readZip(bytes)
  return readCsv(bytes)
}

function readZip(bytes: Uint8Array): Result<SheetTables, SheetTableProblem> {
  // Bit 0 of the flags of the first entry: its content is encrypted.
  if (((bytes[6] ?? 0) & 1) === 1) return failure({ kind: 'password-protected' })
  const parts = listZipParts(bytes, tableCaps)
  if (!parts.ok) return parts
  const unpacked = new Map<string, Uint8Array>()
  for (const part of parts.value) {
    const content = unpackPart(part)
    if (!content.ok) return content
    unpacked.set(part.name, content.value)
  }
  const manifest = unpacked.get('META-INF/manifest.xml')
  if (manifest !== undefined && new TextDecoder().decode(manifest).includes('encryption-data')) return failure({ kind: 'password-protected' })
  if (!unpacked.has('xl/workbook.xml') && !unpacked.has('content.xml')) return failure({ kind: 'not-a-workbook' })
  return parseWorkbook(zipSync(Object.fromEntries(unpacked), { level: 0 }))
}

/** A workbook with a password is an OLE file that holds nothing but an encrypted package. */
function readOle(bytes: Uint8Array): Result<SheetTables, SheetTableProblem> {
  try {
    const container = CFB.read(bytes, { type: 'array' })
    if (CFB.find(container, 'EncryptedPackage') || CFB.find(container, 'EncryptionInfo')) return failure({ kind: 'password-protected' })
    if (!CFB.find(container, 'Workbook') && !CFB.find(container, 'Book')) return failure({ kind: 'not-a-workbook' })
  } catch {
    return failure({ kind: 'not-a-workbook' })
  }
  return parseWorkbook(bytes)
}

function readCsv(bytes: Uint8Array): Result<SheetTables, SheetTableProblem> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return failure(decoded.problem.kind === 'empty-file' ? { kind: 'empty-file' } : { kind: 'not-a-workbook' })
  const name = 'CSV'
  const rows = splitCsv(decoded.value.text, tableMaxRows + 1)
  if (rows.length > tableMaxRows) return failure({ kind: 'too-many-rows', sheet: name, limit: tableMaxRows })
  if (rows.some((cells) => cells.length > tableMaxColumns)) return failure({ kind: 'too-many-columns', sheet: name, limit: tableMaxColumns })
  return success({ sheets: [{ name, hidden: false, rows, merges: [] }], notes: [] })
}

function parseWorkbook(bytes: Uint8Array): Result<SheetTables, SheetTableProblem> {
  let workbook: WorkBook
  try {
    workbook = read(bytes, { type: 'array', cellFormula: true, cellHTML: false, cellNF: true, cellText: true, sheetRows: tableMaxRows + 1 })
  } catch (thrown) {
    return failure({ kind: /password|encrypt/i.test(String(thrown)) ? 'password-protected' : 'not-a-workbook' })
  }
  const sheets: TableSheet[] = []
  const notes: SheetTableNote[] = []
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    if (hidden) notes.push({ kind: 'hidden-sheet', sheet: name })
    const table = sheet === undefined ? success({ rows: [], merges: [] }) : tableOf(name, sheet, notes)
    if (!table.ok) return table
    sheets.push({ name, hidden, ...table.value })
  }
  return success({ sheets, notes })
}

function tableOf(name: string, sheet: WorkSheet, notes: SheetTableNote[]): Result<Pick<TableSheet, 'rows' | 'merges'>, SheetTableProblem> {
  const rows: string[][] = []
  const merges = mergesOf(sheet)
  let formulas = 0
  // By cell, not by the declared area, which may be the whole sheet.
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue
    const cell = sheet[address] as CellObject
    const { r, c } = utils.decode_cell(address)
    const text = textOf(cell)
    if (cell.f !== undefined) formulas += 1
    if (cell.f !== undefined && cell.v === undefined) notes.push({ kind: 'formula-without-value', sheet: name, cell: address })
    if (cell.t === 'e') notes.push({ kind: 'error-value', sheet: name, cell: address, value: text })
    if (text === '') continue
    if (r >= tableMaxRows) return failure({ kind: 'too-many-rows', sheet: name, limit: tableMaxRows })
    if (c >= tableMaxColumns) return failure({ kind: 'too-many-columns', sheet: name, limit: tableMaxColumns })
    put(rows, r, c, text)
  }
  const covered = merges.reduce((sum, merge) => sum + Math.max(0, Math.min(merge.row + merge.rows, rows.length) - merge.row) * Math.min(merge.columns, tableMaxColumns), 0)
  if (covered > tableMaxMergedCells) return failure({ kind: 'too-many-merged-cells', sheet: name, limit: tableMaxMergedCells })
  for (const merge of merges) fill(rows, merge)
  if (formulas > 0) notes.push({ kind: 'formulas', sheet: name, count: formulas })
  if (merges.length > 0) notes.push({ kind: 'merged-cells', sheet: name, count: merges.length })
  return success({ rows: Array.from(rows, (cells) => Array.from(cells ?? [], (cell) => cell ?? '')), merges })
}

function mergesOf(sheet: WorkSheet): Merge[] {
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({ row: s.r, column: s.c, rows: e.r - s.r + 1, columns: e.c - s.c + 1 }))
}

function put(rows: string[][], row: number, column: number, text: string): void {
  const cells = rows[row] ?? []
  cells[column] = text
  rows[row] = cells
}

/** Within the rows and columns that there are: a merge may be declared over the whole sheet. */
function fill(rows: string[][], merge: Merge): void {
  const text = rows[merge.row]?.[merge.column] ?? ''
  if (text === '') return
  const lastRow = Math.min(merge.row + merge.rows, rows.length)
  const lastColumn = Math.min(merge.column + merge.columns, tableMaxColumns)
  for (let row = merge.row; row < lastRow; row += 1) {
    for (let column = merge.column; column < lastColumn; column += 1) put(rows, row, column, text)
  }
}

function textOf(cell: CellObject): string {
  const { v } = cell
  if (cell.t === 'e') return cell.w ?? '#ERROR!'
  if (typeof v === 'string') return v.replaceAll('\r\n', '\n')
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE'
  if (typeof v !== 'number') return ''
  const format = typeof cell.z === 'string' ? cell.z : ''
  if (SSF.is_date(format)) return dayText(v) ?? cell.w ?? String(v)
  // Shown as 95%, stored as 0.95: the table is read as people see it.
  if (format.includes('%') && cell.w !== undefined) return cell.w.trim()
  // A spreadsheet has fifteen digits; the rest is noise of binary fractions.
  return String(Number(v.toPrecision(15)))
}

function dayText(value: number): string | null {
  const day = SSF.parse_date_code(value) as { y: number; m: number; d: number } | null
  return day === null ? null : `${String(day.y).padStart(4, '0')}-${String(day.m).padStart(2, '0')}-${String(day.d).padStart(2, '0')}`
}

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
