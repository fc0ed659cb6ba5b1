import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '#core/ids'
import { cellAt } from '#core/tables/cells'
import { layoutWorkbook } from '#core/tables/layoutWorkbook'
import type { CellModel, SheetModel, WorkbookModel } from '#core/tables/workbook'
import { readWorkbook, type ReadCell } from '#exchange/excel/readWorkbook'
import { writeWorkbook } from '#exchange/excel/writeWorkbook'
import { deepFreeze } from '../../builders/deepFreeze'
import { anExcelInput } from '../../builders/excelInput'

const share = { answer: { kind: 'ratio', numerator: 1, denominator: 3 }, note: '=HYPERLINK("x")', quotes: ['第一段。', '第二段。'] } as const
const model = deepFreeze(layoutWorkbook(anExcelInput({ units: [{ name: '甲县', marks: { A1: 3, A2: share, B1: 4 } }, { name: '@乙', marks: { A1: 'pending', A2: share, B1: 'notFound' } }] }))[0]!)

describe('writeWorkbook', () => {
  test('read back cell by cell, it is the model: values, formulas, links', async () => {
    expect(await cellsRead(model)).toEqual(cellsOf(model))
  })

  test('any text stays the text it is', async () => {
    const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '#N/A', '#REF!', '_x0041_', '1e5', 'TRUE', ' spaces ', 'a\nb', '<&>"\'', '\u0000\u0001', '𠮷']
    expect([...(await cellsRead(aModel(dangerous)))].map(([, cell]) => cell.value)).toEqual(dangerous)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 40 }), async (texts) => {
        // What XML cannot hold at all becomes the replacement character; a CR LF pair is one line end to the reader.
        const expected = texts.map((text) => text.replace(/[\ufffe\uffff]/g, '\ufffd'))
        expect([...(await cellsRead(aModel(texts)))].map(([, cell]) => cell.value)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  test('half a sign becomes the replacement character, not a broken file', async () => {
    expect([...(await cellsRead(aModel(['a\ud800b', '\udc00'])))].map(([, cell]) => cell.value)).toEqual(['a\ufffdb', '\ufffd'])
  })

  test('a number that is none is refused', async () => {
    await expect(writeWorkbook(aModel([Number.NaN]))).rejects.toThrow('not a number for a cell')
    await expect(writeWorkbook(aModel([Number.POSITIVE_INFINITY]))).rejects.toThrow('not a number for a cell')
  })

  test('print set-up, frozen heads, filter, widths and number formats are in the file', async () => {
    const parts = await partsOf(model)
    const index = model.sheets.findIndex(({ name }) => name === '指标得分矩阵')
    const matrix = parts(`xl/worksheets/sheet${index + 1}.xml`)
    expect(matrix).toContain('<pane xSplit="2" ySplit="5" topLeftCell="C6" state="frozen" activePane="bottomRight"/>')
    expect(matrix).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>')
    expect(matrix).toContain('<autoFilter ref="A5:I7"/>')
    expect(matrix).toContain('<col min="1" max="1" width="28" customWidth="true"/>')
    expect(parts('xl/workbook.xml')).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'指标得分矩阵'!$A:$B,'指标得分矩阵'!$3:$5</definedName>`)
    for (const format of ['0.00', '0.00%', '0.00&quot;※&quot;', '@']) expect(parts('xl/styles.xml')).toContain(`formatCode="${format}"`)
  })

  test('the file opens as it is: no recalculation is forced, and the same model gives the same parts', async () => {
    const parts = await partsOf(model)
    expect(parts('xl/workbook.xml')).toContain('<calcPr calcId="191029"/>')
    expect(parts('docProps/core.xml')).toContain('2025-03-01T06:30:00Z')
    expect(unzipSync(await writeWorkbook(model))).toEqual(unzipSync(await writeWorkbook(model)))
  })

  test('importing it does nothing', async () => {
    const source = await import('#exchange/excel/writeWorkbook')
    expect(Object.keys(source)).toEqual(['writeWorkbook'])
  })
})

function aModel(values: readonly (string | number)[]): WorkbookModel {
  const sheet: SheetModel = {
    name: '表',
    columns: [20],
    rows: values.map((value) => ({ height: null, cells: [{ value, style: 'wrapped' }] })),
    frozenRows: 0,
    frozenColumns: 0,
    merges: [],
    print: { orientation: 'portrait', repeatRows: null, repeatColumns: null, pagesWide: 1 },
    autoFilter: null,
  }
  return { title: '表', language: 'zh', decimals: 2, madeAt: '2025-03-01T06:30:00.000Z' as Instant, sheets: [sheet] }
}

async function cellsRead(written: WorkbookModel): Promise<Map<string, ReadCell>> {
  const read = readWorkbook(await writeWorkbook(written))
  if (!read.ok) throw new Error(read.problem.kind)
  return new Map(read.value.flatMap(({ name, cells }) => [...cells].map(([address, cell]) => [`${name}!${address}`, cell] as const)))
}

/** Cells as they should be read back; empty text is an empty cell. */
function cellsOf(written: WorkbookModel): Map<string, ReadCell> {
  const readBack = ({ value, formula, link }: CellModel): ReadCell => ({ value, ...(formula === undefined ? {} : { formula }), ...(link ? { link: `'${link.sheet}'!${link.cell}` } : {}) })
  return new Map(written.sheets.flatMap(({ name, rows }) => rows.flatMap((row, r) => row.cells.flatMap((cell, c) => (cell && cell.value !== '' ? [[`${name}!${cellAt(r, c)}`, readBack(cell)] as const] : [])))))
}

async function partsOf(written: WorkbookModel): Promise<(name: string) => string> {
  const parts = unzipSync(await writeWorkbook(written))
  return (name) => strFromU8(parts[name]!)
}
