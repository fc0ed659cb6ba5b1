import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { launch, type App } from './driver.js'
import { ownQuote, ownReport } from './ownReport.js'
import { answers, total, unrounded } from './rubricAAnswers.js'
import { readWorkbook } from '#exchange/excel/readWorkbook'
import { readReport } from '#exchange/readReport'

// create → import → score all 34 items → reload → crash → still there → rank → export → read the workbook back.

const shared = new URL('../../../shared/reports/', import.meta.url)

interface Source {
  readonly files: readonly string[]
  readonly unit: string
  readonly quote: string
}

function ownSource(): Source {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-own-'))
  const path = join(folder, '云澜市.txt')
  writeFileSync(path, ownReport)
  return { files: [path], unit: '云澜市人民政府', quote: ownQuote }
}

/** The report that is signed and of 2023; a passage of it is taken by offset, so that no sentence of it stands here. */
async function realSource(): Promise<Source> {
  const files = readdirSync(shared).sort().map((name) => new URL(name, shared).pathname)
  for (const path of files) {
    const read = await readReport('report.txt', readFileSync(path))
    if (read.ok && read.value.year.value === 2023 && read.value.unitName.value) {
      const line = read.value.text.indexOf('\n', 900) + 12
      return { files, unit: read.value.unitName.value, quote: read.value.text.slice(line, line + 24) }
    }
  }
  throw new Error('none of the reports is of 2023')
}

async function readAll(app: App, unit: string) {
  const read: Record<string, unknown> = {}
  for (const { item } of answers) {
    const { state, points, note, quotes } = await app.readItem(unit, item)
    read[item] = { state, points, note, quotes }
  }
  return read
}

async function walk({ files, unit, quote }: Source, build: 'pwa' | 'file' = 'pwa'): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'zhunsheng-profile-'))
  let app = await launch({ build, profile, offline: true })
  await app.createProject({ name: '2023 年度报告评估', year: 2023 })
  const imported = await app.importReports(files, { confirm: 'proposals' })
  expect(imported.length).toBe(files.length)
  expect(imported.map((report) => report.unit)).toContain(unit)
  await app.signIn('甲组01')
  for (const { item, answer, note } of answers) {
    await app.score(unit, item, answer, {
      ...(note === undefined ? {} : { note }),
      ...(item === 'C5' ? { quote } : {}),
      ...(answer === null ? { state: 'notApplicable' as const } : {}),
    })
  }
  const expected = Object.fromEntries(
    answers.map(({ item, answer, note, points }) => [item, { state: answer === null ? 'notApplicable' : 'scored', points, note: note ?? '', quotes: item === 'C5' ? [quote] : [] }]),
  )
  expect(await readAll(app, unit)).toEqual(expected)

  await app.page.reload()
  await app.page.locator('[data-card]').waitFor()
  expect(await readAll(app, unit)).toEqual(expected)

  await app.kill()
  app = await launch({ build, profile, offline: true })
  await app.openProject('2023 年度报告评估')
  expect(await readAll(app, unit)).toEqual(expected)

  const rows = await app.readRanking()
  expect(rows.map((row) => row.unit).sort()).toEqual(imported.map((report) => report.unit).sort())
  expect(rows.find((row) => row.unit === unit)).toMatchObject({ rank: 1, total, percent: total, band: '合格', provisional: false, reason: null })
  for (const row of rows.filter((other) => other.unit !== unit)) expect(row).toMatchObject({ rank: null, total: null, reason: '尚未评分', unscored: 34 })

  const workbook = readWorkbook(readFileSync(await app.exportWorkbook()))
  if (!workbook.ok) throw new Error(workbook.problem.kind)
  const sheet = workbook.value.find(({ cells }) => cells.get('A1')?.value === unit)
  expect(sheet?.name).toMatch(/^评分表_\d{3}$/)
  const cells = [...(sheet?.cells ?? [])].map(([address, cell]) => ({ column: address.replace(/\d/g, ''), row: address.replace(/\D/g, ''), value: cell.value }))
  for (const { item, points, note } of answers) {
    const row = cells.find((cell) => cell.column === 'A' && cell.value === item)?.row
    const inRow = cells.filter((cell) => cell.row === row).map((cell) => cell.value)
    expect(inRow, item).toContain(points === null ? '不适用' : (unrounded[item] ?? Number(points)))
    if (note) expect(inRow, item).toContain(note)
    if (item === 'C5') expect(inRow.some((value) => String(value).includes(quote))).toBe(true)
  }
  const rankings = workbook.value.filter(({ name }) => name.startsWith('总排名'))
  const ranked = rankings.flatMap((ranking) => [...ranking.cells]).filter(([, cell]) => cell.value === Number(total))
  expect(ranked.some(([, cell]) => cell.formula !== undefined)).toBe(true)
  expect(app.foreignRequests()).toEqual([])
  expect(app.console()).toEqual([])
  await app.close()
}

describe('the whole way', () => {
  test('on a report of our own', () => walk(ownSource()), 300_000)
  test('on the single file, opened from disk', () => walk(ownSource(), 'file'), 300_000)
  test.skipIf(!existsSync(shared))('on the three real reports (needs ../shared)', async () => walk(await realSource()), 300_000)
})
