import { zipSync } from 'fflate'
import { read, utils, type CellObject, type WorkSheet } from 'xlsx'
import { type Result, failure, success } from '#core/result'
import { listZipParts, unpackPart, type ZipCaps, type ZipProblem } from '#exchange/excel/zipParts'

/** A workbook as read back: cells by address, with what a spreadsheet stored in them. */
export interface ReadSheet {
  readonly name: string
  readonly cells: ReadonlyMap<string, ReadCell>
}

export interface ReadCell {
  /** The stored (for a formula: the cached) value. Errors come as their text: "#DIV/0!". */
  readonly value: string | number | boolean
  readonly formula?: string
  /** Where a link leads, within the workbook: "'评分表_001'!A1". */
  readonly link?: string
}

export type WorkbookProblem = ZipProblem | { readonly kind: 'not-a-workbook' }

export const workbookCaps: ZipCaps = { parts: 10_000, totalBytes: 200_000_000, ratio: 300 }
export const workbookMaxBytes = 50_000_000

/**
 * Reads the cells of an .xlsx file. Hostile files are refused before they cost anything: at most 50 MB packed and 200 MB unpacked (first
 * as declared, then as counted while unpacking), at most 300 : 1 in a part. Only stored, already counted bytes reach the parser.
 * Empty cells are left out. Formulas are never computed.
 */
export function readWorkbook(bytes: Uint8Array): Result<ReadSheet[], WorkbookProblem> {
  if (bytes.length > workbookMaxBytes) return failure({ kind: 'too-large', limitBytes: workbookMaxBytes })
  const parts = listZipParts(bytes, workbookCaps)
  if (!parts.ok) return parts
  const unpacked = new Map<string, Uint8Array>()
  for (const part of parts.value) {
    const content = unpackPart(part)
    if (!content.ok) return content
    unpacked.set(part.name, content.value)
  }
  if (!unpacked.has('xl/workbook.xml')) return failure({ kind: 'not-a-workbook' })
  try {
    const workbook = read(zipSync(Object.fromEntries(unpacked), { level: 0 }), { type: 'array', cellFormula: true, cellHTML: false, cellText: false, dense: false })
    return success(workbook.SheetNames.map((name) => ({ name, cells: cellsOf(workbook.Sheets[name]) })))
  } catch {
    return failure({ kind: 'not-a-workbook' })
  }
}

function cellsOf(sheet: WorkSheet | undefined): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  const area = sheet?.['!ref']
  if (!sheet || !area) return cells
  const { s, e } = utils.decode_range(area)
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue
    const { r, c } = utils.decode_cell(address)
    if (r < s.r || r > e.r || c < s.c || c > e.c) continue
    const cell = readCell(sheet[address] as CellObject)
    if (cell) cells.set(address, cell)
  }
  return cells
}

function readCell(cell: CellObject): ReadCell | null {
  const value = cell.t === 'e' ? (cell.w ?? '#ERROR!') : cell.v
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return null
  const target = cell.l?.Target
  return { value, ...(cell.f === undefined ? {} : { formula: cell.f }), ...(target === undefined ? {} : { link: target.replace(/^#/, '') }) }
}
