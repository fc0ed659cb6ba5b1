import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { CFB, utils, write, type BookType, type WorkBook } from 'xlsx'
import type { Instant } from '#core/ids'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseRubric } from '#core/rubric/parseRubric'
import { draftRubric } from '#core/rubric/proposal/draftRubric'
import { guessColumns } from '#core/rubric/proposal/guessColumns'
import { layoutRubricTemplate } from '#core/tables/rubricSheet/layoutRubricTemplate'
import { rubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { readRubricWorkbook } from '#exchange/excel/readRubricWorkbook'
import { readSheetTable, tableMaxBytes, tableMaxRows } from '#exchange/excel/readSheetTable'
import { writeWorkbook } from '#exchange/excel/writeWorkbook'
import { expectConsole } from '../../setup/quietConsole'

const madeAt = '2025-03-01T00:00:00.000Z' as Instant
const files = readdirSync('rubrics').filter((name) => name.endsWith('.json') && name !== 'rubric.schema.json').sort()

function aWorkbook(rows: readonly (readonly (string | number)[])[], change?: (workbook: WorkBook) => void): WorkBook {
  const workbook = utils.book_new()
  utils.book_append_sheet(workbook, utils.aoa_to_sheet(rows.map((cells) => [...cells])), '指标')
  change?.(workbook)
  return workbook
}

function bytesOf(workbook: WorkBook, bookType: BookType = 'xlsx'): Uint8Array {
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }) as ArrayBuffer)
}

const rows = [['一级指标', '二级指标', '分值', '评分标准'], ['组织领导', '会前学法', 1.5, '每少一次扣0.3分'], ['组织领导', '专题研究', '3分', '每少一次扣0.5分']]

describe('readRubricWorkbook', () => {
  test.each(files)('%s comes back from the bytes of its workbook without loss', async (name) => {
    const parsed = parseRubric(JSON.parse(readFileSync(`rubrics/${name}`, 'utf8')))
    if (!parsed.ok) throw new Error(`${name} is no rubric`)
    const back = readRubricWorkbook(await writeWorkbook(layoutRubricTemplate(parsed.value, rubricSheetWords.zh, madeAt)))
    expect(back.ok ? hashRubric(back.value) : back.problem).toEqual(hashRubric(parsed.value))
  })

  test('another workbook is told apart, with its sheets', () => {
    expect(readRubricWorkbook(bytesOf(aWorkbook(rows)))).toEqual({ ok: false, problem: { kind: 'not-our-template', sheets: ['指标'] } })
  })

  test('bytes that cannot be read are named', () => {
    expect(readRubricWorkbook(new Uint8Array())).toEqual({ ok: false, problem: { kind: 'unreadable', problem: { kind: 'empty-file' } } })
  })
})

describe('readSheetTable', () => {
  const text = rows.map((cells) => cells.map(String))

  test.each<BookType>(['xlsx', 'biff8', 'ods'])('a table in %s', (bookType) => {
    const read = readSheetTable(bytesOf(aWorkbook(rows), bookType))
    expect(read.ok && read.value.sheets[0]).toEqual({ name: '指标', hidden: false, rows: text, merges: [] })
  })

  test('a table in csv, in GB18030 and with quotes', () => {
    // 指标,分值 in GB18030.
    const head = Uint8Array.of(0xd6, 0xb8, 0xb1, 0xea, 0x2c, 0xb7, 0xd6, 0xd6, 0xb5, 0x0d, 0x0a)
    const read = readSheetTable(Uint8Array.of(...head, ...strToU8('"a,""b""\nc",=1+1\r\n')))
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([['指标', '分值'], ['a,"b"\nc', '=1+1']])
  })

  test('merged cells are filled down, and then make a draft', () => {
    const merged = aWorkbook([rows[0] ?? [], ['组织领导', '会前学法', 1.5, '每少一次扣0.3分'], ['', '专题研究', 3, '每少一次扣0.5分']], ({ Sheets }) => {
      (Sheets['指标'] ?? {})['!merges'] = [utils.decode_range('A2:A3')]
    })
    const read = readSheetTable(bytesOf(merged))
    const table = read.ok ? read.value.sheets[0] : undefined
    expect(table?.rows[2]?.[0]).toBe('组织领导')
    expect(read.ok && read.value.notes).toEqual([{ kind: 'merged-cells', sheet: '指标', count: 1 }])
    const draft = table && draftRubric(table, guessColumns(table), { key: 'a', version: '1', name: '甲' })
    expect(draft?.ok && draft.value.rubric.groups.map(({ name, full, children }) => [name, full, children.length])).toEqual([['组织领导', 4.5, 2]])
  })

  test('a merge over the whole sheet costs no more than the rows that there are', () => {
    const merged = aWorkbook(rows, ({ Sheets }) => {
      (Sheets['指标'] ?? {})['!merges'] = [utils.decode_range('A1:XFD1048576')]
    })
    const read = readSheetTable(bytesOf(merged))
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(3)
  })

  test('merges that lie upon each other over and over are refused', () => {
    const many = aWorkbook(Array.from({ length: 500 }, () => ['甲', '1']), ({ Sheets }) => {
      (Sheets['指标'] ?? {})['!merges'] = Array.from({ length: 2_001 }, () => utils.decode_range('A1:A500'))
    })
    expect(readSheetTable(bytesOf(many))).toEqual({ ok: false, problem: { kind: 'too-many-merged-cells', sheet: '指标', limit: 1_000_000 } })
  })

  test('hidden sheets are read and named', () => {
    const hidden = aWorkbook(rows, (workbook) => {
      utils.book_append_sheet(workbook, utils.aoa_to_sheet([['权重'], [3]]), '内部')
      workbook.Workbook = { Sheets: [{ name: '指标', Hidden: 0 }, { name: '内部', Hidden: 2 }] }
    })
    const read = readSheetTable(bytesOf(hidden))
    expect(read.ok && [read.value.sheets.map(({ name, hidden: is }) => [name, is]), read.value.notes]).toEqual([[['指标', false], ['内部', true]], [{ kind: 'hidden-sheet', sheet: '内部' }]])
  })

  test('formulas give the value stored with them; one without a value, and errors, are named', () => {
    const computed = aWorkbook([['分值'], [0], [0], [0]], ({ Sheets }) => {
      const sheet = Sheets['指标'] ?? {}
      sheet['A2'] = { t: 'n', v: 4.5, f: '1.5+3' }
      sheet['A3'] = { t: 'e', v: 0x17, w: '#REF!', f: 'X!A1' }
    })
    const read = readSheetTable(bytesOf(computed))
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([['分值'], ['4.5'], ['#REF!'], ['0']])
    expect(read.ok && read.value.notes).toEqual([{ kind: 'error-value', sheet: '指标', cell: 'A3', value: '#REF!' }, { kind: 'formulas', sheet: '指标', count: 2 }])
  })

  test('days, percentages and binary fractions are read as people see them', () => {
    const shown = aWorkbook([[0, 0, 0.1 + 0.2]], ({ Sheets }) => {
      const sheet = Sheets['指标'] ?? {}
      sheet['A1'] = { t: 'n', v: 45352, z: 'yyyy/m/d' }
      sheet['B1'] = { t: 'n', v: 0.95, z: '0%' }
    })
    const read = readSheetTable(bytesOf(shown))
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([['2024-03-01', '95%', '0.3']])
  })

  test('more than 50,000 rows, as csv and as a workbook', () => {
    const csv = strToU8('甲,1\n'.repeat(tableMaxRows + 1))
    expect(readSheetTable(csv)).toEqual({ ok: false, problem: { kind: 'too-many-rows', sheet: 'CSV', limit: tableMaxRows } })
    const sheet = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>' +
      Array.from({ length: tableMaxRows + 1 }, (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><v>${row}</v></c></row>`).join('') + '</sheetData></worksheet>'
    expect(readSheetTable(withSheet(bytesOf(aWorkbook(rows)), sheet))).toEqual({ ok: false, problem: { kind: 'too-many-rows', sheet: '指标', limit: tableMaxRows } })
  })

  test('a password: a package in an OLE file, an encrypted zip, an encrypted ods', () => {
    const container = CFB.utils.cfb_new()
    CFB.utils.cfb_add(container, 'EncryptionInfo', [4, 0, 4, 0])
    CFB.utils.cfb_add(container, 'EncryptedPackage', [1, 2, 3, 4])
    const ole = new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayLike<number>)
    const zip = bytesOf(aWorkbook(rows))
    zip[6] = (zip[6] ?? 0) | 1
    const ods = zipSync({ 'content.xml': strToU8('?'), 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') })
    const refused = { ok: false, problem: { kind: 'password-protected' } }
    expect([ole, zip, ods].map((bytes) => readSheetTable(bytes))).toEqual([refused, refused, refused])
  })

  test('zip bombs: by what they declare, and by what comes out', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) })
    expect(readSheetTable(bomb)).toEqual({ ok: false, problem: { kind: 'suspicious-ratio', part: 'xl/workbook.xml' } })
    const lying = bomb.slice()
    const view = new DataView(lying.buffer)
    view.setUint32(view.getUint32(lying.length - 6, true) + 24, 1_000, true)
    expect(readSheetTable(lying)).toEqual({ ok: false, problem: { kind: 'damaged', part: 'xl/workbook.xml' } })
  })

  test('a cell far to the right is refused, however few there are', () => {
    const wide = aWorkbook(rows, ({ Sheets }) => {
      const sheet = Sheets['指标'] ?? {}
      sheet['XFD1'] = { t: 's', v: '远' }
      sheet['!ref'] = 'A1:XFD3'
    })
    expect(readSheetTable(bytesOf(wide))).toEqual({ ok: false, problem: { kind: 'too-many-columns', sheet: '指标', limit: 256 } })
  })

  test('altered bytes never throw, whatever the library says on the console', () => {
    expectConsole(/XLS Record/)
    const bytes = bytesOf(aWorkbook(rows), 'biff8')
    const zip = bytesOf(aWorkbook(rows))
    fc.assert(
      fc.property(fc.constantFrom(bytes, zip), fc.nat(), fc.nat(255), fc.nat(), (whole, at, value, length) => {
        const altered = whole.slice(0, whole.length - (length % 3 === 0 ? length % whole.length : 0))
        if (altered.length > 0) altered[at % altered.length] = value
        expect(typeof readSheetTable(altered).ok).toBe('boolean')
      }),
      // The same alterations each time: the library speaks of some of them only.
      { numRuns: 150, seed: 1 },
    )
  })

  test('what is no table is named', () => {
    const ole = new Uint8Array(CFB.write(CFB.utils.cfb_new(), { type: 'array' }) as ArrayLike<number>)
    const others = [zipSync({ 'word/document.xml': strToU8('a') }), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), ole, Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)]
    expect(others.map((bytes) => readSheetTable(bytes))).toEqual(others.map(() => ({ ok: false, problem: { kind: 'not-a-workbook' } })))
    expect(readSheetTable(new Uint8Array(tableMaxBytes + 1))).toEqual({ ok: false, problem: { kind: 'too-large', limitBytes: tableMaxBytes } })
  })

  test('keys that belong to objects are text', () => {
    const read = readSheetTable(bytesOf(aWorkbook([['__proto__', 'constructor'], ['toString', '1']])))
    expect(read.ok && read.value.sheets[0]?.rows).toEqual([['__proto__', 'constructor'], ['toString', '1']])
  })
})

/** The workbook with another first sheet. */
function withSheet(bytes: Uint8Array, xml: string): Uint8Array {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, name.endsWith('sheet1.xml') ? strToU8(xml) : content]))
  return zipSync(parts, { level: 6 })
}

test('cells of few words offer them as a list, over the rows that the template says', async () => {
  const parsed = parseRubric(JSON.parse(readFileSync('rubrics/annual-report-quality.json', 'utf8')))
  if (!parsed.ok) throw new Error('unsound')
  const template = layoutRubricTemplate(parsed.value, rubricSheetWords.zh, madeAt)
  const parts = unzipSync(await writeWorkbook(template))
  const written = template.sheets.flatMap(({ name }, index) => {
    const xml = new TextDecoder().decode(parts[`xl/worksheets/sheet${index + 1}.xml`])
    return [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*>\s*<formula1>"?(.*?)"?<\/formula1>/g)].map(([, range, words]) => ({ name, range, words: words?.replaceAll('&quot;', '').split(',') }))
  })
  const columnName = utils.encode_col
  expect(written).toEqual(template.choices.map(({ sheet, column, firstRow, lastRow, words }) => ({
    name: sheet, range: `${columnName(column)}${firstRow + 1}:${columnName(column)}${lastRow + 1}`, words: [...words],
  })))
  expect(written.length).toBeGreaterThan(0)
})
