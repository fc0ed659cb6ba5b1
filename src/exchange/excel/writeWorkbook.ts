import type { Cell, CellStyle as Look, DataValidation, NamedRange, WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import type { CellChoices, CellModel, CellStyle, SheetModel, WorkbookModel } from '#core/tables/workbook'
import { cellAt, columnName } from '#core/tables/cells'
import { makeLooks } from '#exchange/excel/cellLooks'
import { mendWorkbook } from '#exchange/excel/mendWorkbook'

const excelErrors = new Set(['#VALUE!', '#REF!', '#N/A', '#NAME?', '#NULL!', '#DIV/0!', '#NUM!', '#GETTING_DATA', '#SPILL!', '#CALC!'])
/** Text that a spreadsheet would take for a formula once somebody edits the cell. */
const formulaLike = /^[=+\-@\t\r]/
const notInXml = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g

/**
 * A table model as the bytes of an .xlsx file: looks, widths, frozen heads, borders, number formats, links inside the file, A4 with
 * repeated head rows. Written from scratch; formulas carry the model's cached values. The same model gives the same cells.
 *
 * Text stays text whatever it looks like (=, +, -, @, #N/A, _x0041_). A number that is not finite cannot come from the model: it throws.
 */
export async function writeWorkbook(model: WorkbookModel): Promise<Uint8Array> {
  const looks = makeLooks(model)
  const made = new Date(model.madeAt)
  const bytes = await writeXlsx({
    sheets: model.sheets.map((sheet) => writeSheet(sheet, looks, model.choices?.filter((choices) => choices.sheet === sheet.name) ?? [])),
    namedRanges: model.sheets.flatMap(writePrintTitles),
    defaultFont: looks.text.font!,
    properties: { title: model.title, created: made, modified: made },
  })
  return mendWorkbook(bytes)
}

function writeSheet(sheet: SheetModel, looks: Readonly<Record<CellStyle, Look>>, choices: readonly CellChoices[]): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  sheet.rows.forEach((row, r) => row.cells.forEach((cell, c) => cell && cells.set(`${r},${c}`, writeCell(cell, looks[cell.style]))))
  const { print, autoFilter } = sheet
  const frozen = sheet.frozenRows > 0 || sheet.frozenColumns > 0
  return {
    name: sheet.name,
    columns: sheet.columns.map((width) => ({ width })),
    // Rows without a height are left to the spreadsheet, which fits wrapped text when it opens the file.
    rowDefs: new Map(sheet.rows.flatMap(({ height }, index) => (height === null ? [] : [[index, { height }] as const]))),
    cells,
    merges: sheet.merges.map(({ row, column, rows, columns }) => ({ startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 })),
    ...(frozen ? { freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns } } : {}),
    ...(autoFilter ? { autoFilter: { range: `${cellAt(autoFilter.row, autoFilter.firstColumn)}:${cellAt(autoFilter.lastRow, autoFilter.lastColumn)}` } } : {}),
    ...(choices.length > 0 ? { dataValidations: choices.flatMap(writeChoices) } : {}),
    view: { showGridLines: false },
    pageSetup: {
      paperSize: 'a4',
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: print.pagesWide,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.6, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&9&A&R&9&P / &N' },
  }
}

/** Excel keeps a list of words in one text of at most 255 characters, parted by commas; a list that does not fit is not offered. */
function writeChoices({ column, firstRow, lastRow, words }: CellChoices): DataValidation[] {
  if (words.some((word) => /[",]/.test(word)) || words.join(',').length > 255) return []
  const range = `${cellAt(firstRow, column)}:${cellAt(lastRow, column)}`
  return [{ type: 'list', values: [...words], allowBlank: true, showErrorMessage: false, range }]
}

/** Rows and columns repeated on every printed page. Named here because hucre 1.0.0 writes rows first and leaves sheet names unquoted. */
function writePrintTitles({ name, print }: SheetModel): NamedRange[] {
  const { repeatColumns, repeatRows } = print
  const columns = repeatColumns ? [`'${name}'!$${columnName(repeatColumns[0])}:$${columnName(repeatColumns[1])}`] : []
  const rows = repeatRows ? [`'${name}'!$${repeatRows[0] + 1}:$${repeatRows[1] + 1}`] : []
  const range = [...columns, ...rows].join(',')
  return range === '' ? [] : [{ name: '_xlnm.Print_Titles', scope: name, range }]
}

function writeCell(cell: CellModel, look: Look): Partial<Cell> {
  const { value, formula, link } = cell
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`not a number for a cell: ${value}`)
  const hyperlink = link ? { hyperlink: { target: '', location: `'${link.sheet}'!${link.cell}` } } : {}
  if (typeof value === 'number') return { style: look, ...hyperlink, ...(formula === undefined ? { value } : { formula, formulaResult: value }) }
  const text = plainText(value)
  if (formula !== undefined) return { style: look, ...hyperlink, formula, formulaResult: text }
  if (text === '') return { style: look, ...hyperlink }
  const style = formulaLike.test(text) ? { ...look, numFmt: '@' } : look
  // The library would write the text "#N/A" as an error; as rich text it stays what it is.
  return { style, ...hyperlink, ...(excelErrors.has(text) ? { value: text, richText: [{ text }] } : { value: text }) }
}

/** What XML cannot hold becomes the replacement character; "_x0041_" would be read as "A" and is escaped as Excel does. */
function plainText(text: string): string {
  return text.replace(notInXml, '\ufffd').replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
}
