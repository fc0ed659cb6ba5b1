import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { launch, type App } from './driver.js'
import { ownReport } from './ownReport.js'
import { listFiles, openFile, waitUntilRead } from './pages/collectPage.js'
import { dropPaths } from './pages/dropPaths.js'
import { lengthOfText } from '#core/text/lengthOfText'
import { readReport } from '#exchange/readReport'

// What an evaluator drops is taken in whole: folders, every format, versions of one report; and nothing doubtful goes in unasked.

const timeLimit = 180_000
const samples = fileURLToPath(new URL('../samples/reports/', import.meta.url))
const formats = ['docx', 'pdf', 'html', 'mht', 'md', 'txt'] as const
const reports = fileURLToPath(new URL('../../../shared/reports/', import.meta.url))
const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
let app: App

afterEach(() => app.close())

async function start(year: number): Promise<void> {
  app = await launch({ offline: true })
  await app.createProject({ name: `${year} 年度报告评估`, year })
  await app.goTo('报告入库')
}

function pathsIn(folder: string): string[] {
  return readdirSync(folder).sort().map((name) => join(folder, name))
}

/** Of the plain one: every format must give the same text, up to white space, which is not counted. */
async function plainLength(): Promise<string> {
  const read = await readReport('report.txt', readFileSync(join(samples, 'report.txt')))
  if (!read.ok) throw new Error(read.problem.kind)
  return lengthOfText(read.value.text).toLocaleString('zh-CN')
}

/** Length of the report as the table of units shows it, when it has been counted. */
async function lengthOf(unit: string): Promise<string> {
  const row = app.page.getByRole('row').filter({ hasText: unit })
  await row.getByText(/未见矛盾|处不符/).waitFor()
  return row.getByRole('cell').nth(6).innerText()
}

describe('taking reports in', () => {
  test.each(formats)('a report of ours as .%s is read, recognised and stored', async (format) => {
    await start(2024)
    const [imported] = await app.importReports([join(samples, `report.${format}`)], { confirm: 'proposals' })
    expect(imported?.unit).toBe('霁川县人民政府')
    await app.page.getByRole('button', { name: /霁川县人民政府2024年度法治政府建设情况报告，打开/ }).waitFor()
    expect(await lengthOf('霁川县人民政府')).toBe(await plainLength())
    expect(app.console()).toEqual([])
  }, timeLimit)

  test('all formats of one report in one folder: one goes in, the others are recognised as the same', async () => {
    await start(2024)
    await dropPaths(app.page, [samples])
    await waitUntilRead(app.page)
    const listed = (await listFiles(app.page)).filter(({ file }) => formats.some((format) => file === `reports/report.${format}`))
    expect(listed.map(({ status }) => /已跳过/.test(status))).toEqual([false, true, true, true, true, true])
  }, timeLimit)

  test('a folder of folders, dropped: system files left out in words, refusals in place, the rest goes in', async () => {
    await start(2023)
    const folder = join(mkdtempSync(join(tmpdir(), 'zhunsheng-drop-')), '各县报告')
    mkdirSync(join(folder, '云澜', '终稿'), { recursive: true })
    writeFileSync(join(folder, '云澜', '终稿', '报告.txt'), ownReport)
    for (const name of ['~$报告.docx', '.DS_Store', 'Thumbs.db']) writeFileSync(join(folder, '云澜', name), 'x')
    writeFileSync(join(folder, '扫描件.jpg'), Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a))
    await dropPaths(app.page, [folder])
    await waitUntilRead(app.page)
    expect((await listFiles(app.page)).map(({ file, status }) => `${file} ${status}`)).toEqual(['各县报告/扫描件.jpg ⚑不能入库', '各县报告/云澜/终稿/报告.txt ◐1 处待确认'])
    expect(await app.page.getByText('未列入清单').innerText()).toContain('隐藏文件和系统文件 3 个')
    expect(await app.importReports([], { confirm: 'proposals' })).toEqual([{ file: '报告.txt', unit: '云澜市人民政府', doubts: ['层级: 推断为“县级”，对吗？'] }])
    await app.page.getByText('1 份报告已入库，新建 1 个单位。另有 1 份没有入库，留在下面。').waitFor()
  }, timeLimit)

  test('pasted text; then a new version of it: how much differs, the question, and the way to the comparison', async () => {
    await start(2023)
    expect(await app.pasteReport(ownReport, { name: '云澜市' })).toEqual({ file: '云澜市', unit: '云澜市人民政府', doubts: ['层级: 推断为“县级”，对吗？'] })
    const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-version-'))
    writeFileSync(join(folder, '新版.txt'), ownReport.replace('案卷评查2轮', '案卷评查3轮').replace('云澜市人民政府\n2024', '全市还开展了普法宣讲。\n云澜市人民政府\n2024'))
    const [newer] = await app.importReports([join(folder, '新版.txt')], { confirm: 'proposals' })
    expect(newer?.unit).toBe('云澜市人民政府')
    expect(newer?.doubts).toEqual(['所属单位: 这个单位已有报告，这份应是新版。要用它替换吗？旧报告会作为旧版保留，已有评分不变。'])
    await app.page.getByRole('link', { name: '比较 云澜市人民政府 的新旧版本' }).click()
    await app.page.waitForURL(/#\/p\/.+\/collect\/.+\/versions$/)
  }, timeLimit)

  test.skipIf(!existsSync(reports) || !existsSync(corpus))('the three real reports and the 31 long ones in one drop, with progress (needs ../shared)', async () => {
    await start(2023)
    // The bar may be gone within a second: what it said is kept by an observer.
    await app.page.evaluate(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      new MutationObserver(() => {
        const bar = document.querySelector('.reading[role=status]')
        if (bar?.textContent) heard.push(`${bar.querySelector('[role=progressbar]')?.getAttribute('aria-valuemax')} ${bar.textContent.trim()}`)
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    await dropPaths(app.page, [...pathsIn(reports), ...pathsIn(corpus)])
    await waitUntilRead(app.page)
    const heard = await app.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
    expect(heard.some((words) => /^34 正在读取第 \d+ 份，共 34 份/.test(words))).toBe(true)
    const listed = await listFiles(app.page)
    expect(listed).toHaveLength(34)
    expect(listed.filter(({ status }) => /不能入库|已跳过/.test(status))).toEqual([])
    // None of the 31 is a report on law-based government, and each says so.
    for (const { file } of listed.slice(-2)) expect(await (await openFile(app.page, file)).innerText()).toContain('这份文件看起来是“政府工作报告”')
    expect(await app.importReports([], { confirm: 'proposals' })).toHaveLength(34)
    await app.page.getByText('34 份报告已入库，新建 34 个单位。').waitFor()
    expect(app.foreignRequests()).toEqual([])
    expect(app.console()).toEqual([])
  }, timeLimit)
})
