import { describe, expect, test } from 'vitest'
import { aGroup, anItem, aRubric } from '../builders/aRubric'
import { fixedDeps } from '../builders/fixedDeps'
import { guessColumns } from '#core/rubric/proposal/guessColumns'
import { tableMaxBytes } from '#exchange/excel/readSheetTable'
import type { Deps } from '#workflows/deps'
import { exportRubricWorkbook } from '#workflows/exportRubricWorkbook'
import { draftRubricOfTable, importRubricWorkbook, rubricWorkbookLimitBytes } from '#workflows/importRubricWorkbook'

const rubric = aRubric([aGroup('A', 5, [anItem('A1', 2), anItem('A2', 3)])], { name: '县区/年度', version: '2025.1' })

function savingDeps(): { readonly deps: Deps; readonly saved: { name: string; bytes: Uint8Array<ArrayBuffer> }[] } {
  const saved: { name: string; bytes: Uint8Array<ArrayBuffer> }[] = []
  return { saved, deps: { ...fixedDeps(), saveFile: async (name, bytes) => void saved.push({ name, bytes: new Uint8Array(bytes) }) } }
}

describe('importRubricWorkbook', () => {
  test.each(['zh', 'en'] as const)('the template in %s comes back as the same rubric', async (language) => {
    const { deps, saved } = savingDeps()
    const name = await exportRubricWorkbook(deps, rubric, { language })
    expect(saved.map((file) => file.name)).toEqual([name])
    expect(name).toMatch(/^县区_年度 2025\.1_\d{8}\.xlsx$/)
    expect(await importRubricWorkbook(new File([saved[0]!.bytes], name))).toEqual({ ok: true, value: { kind: 'template', rubric } })
  })

  test('a foreign table gives its sheets, and under a mapping its items', async () => {
    const read = await importRubricWorkbook(new File(['一级指标,评分项,分值,评分标准\n甲,乙,3分,每少一次扣0.5分\n'], 'a.csv'))
    if (!read.ok || read.value.kind !== 'foreign') throw new Error('not read')
    const [table] = read.value.sheets
    expect(table?.rows).toEqual([['一级指标', '评分项', '分值', '评分标准'], ['甲', '乙', '3分', '每少一次扣0.5分']])
    const made = await draftRubricOfTable(table!, guessColumns(table!), { key: 'k', version: '1', name: '名' })
    expect(made.ok && [made.value.rubric.name, made.value.rubric.full, made.value.items.map(({ row, standard }) => [row, standard])]).toEqual(['名', 3, [[1, '每少一次扣0.5分']]])
  })

  test('a mapping without points makes nothing', async () => {
    const table = { name: 's', hidden: false, rows: [['评分项', '评分标准'], ['乙', '建立机制']], merges: [] }
    expect(await draftRubricOfTable(table, guessColumns(table), { key: 'k', version: '1', name: '名' })).toEqual({ ok: false, problem: { kind: 'no-points-column' } })
  })

  test('a file above the bound is not read into memory', async () => {
    const huge = { size: rubricWorkbookLimitBytes + 1, arrayBuffer: () => Promise.reject(new Error('was read')) }
    expect(await importRubricWorkbook(huge)).toEqual({ ok: false, problem: { kind: 'too-large', limitBytes: tableMaxBytes } })
  })

  test('empty files, and files that are no tables, are told apart', async () => {
    expect(await importRubricWorkbook(new File([], 'a.xlsx'))).toEqual({ ok: false, problem: { kind: 'empty-file' } })
    expect(await importRubricWorkbook(new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)], 'a.xls'))).toEqual({ ok: false, problem: { kind: 'not-a-workbook' } })
  })
})
