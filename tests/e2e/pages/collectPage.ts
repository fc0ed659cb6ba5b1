import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { goToDesk } from './shell.js'

export interface UnitRow {
  readonly name: string
  readonly kind: '政府' | '部门'
  readonly level: '省级' | '市级' | '县级' | '乡级'
  readonly group?: string
}

/** Answers to what a file left open; what is not given stays as proposed and is confirmed. '' = unknown, 待核. */
export interface FileAnswers {
  readonly unit?: string
  readonly kind?: UnitRow['kind']
  readonly level?: UnitRow['level']
  /** GB/T 2260, six digits. */
  readonly code?: string
  readonly title?: string
  readonly year?: number | ''
  readonly signedOn?: string
  readonly publishedOn?: string
  readonly sourceAddress?: string
  /** The unit has a report: this one takes its place (true), or is left out (false). Default: it takes its place. */
  readonly replace?: boolean
}

export interface ImportOptions {
  /** 'proposals' confirms everything that is proposed; answers are by file name. */
  readonly confirm?: 'proposals' | Readonly<Record<string, FileAnswers>>
}

export interface ImportedReport {
  readonly file: string
  readonly unit: string
  /** What was asked about the file, in the words of the screen, before anything was confirmed. */
  readonly doubts: readonly string[]
}

/** Pastes a block of units as it comes from Excel and imports it whole. */
export async function addUnits(page: Page, rows: readonly UnitRow[]): Promise<void> {
  await goToDesk(page, '报告入库')
  await page.getByRole('button', { name: '粘贴单位' }).click()
  const dialog = page.getByRole('dialog')
  const block = ['单位名称\t机关类型\t层级\t分组', ...rows.map((row) => `${row.name}\t${row.kind}\t${row.level}\t${row.group ?? ''}`)].join('\n')
  await dialog.getByRole('textbox', { name: '粘贴内容' }).fill(block)
  const go = dialog.getByRole('button', { name: /^导入 \d+ 个单位$/ })
  await go.waitFor()
  if (await go.isDisabled()) throw new Error(await dialog.innerText())
  await go.click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Files of any format, and folders: both go through the buttons of the desk. What is refused, or there already, is not in what is returned. */
export async function importReports(page: Page, paths: readonly string[], options: ImportOptions = {}): Promise<ImportedReport[]> {
  await goToDesk(page, '报告入库')
  const folders = paths.filter((path) => statSync(path).isDirectory())
  const files = paths.filter((path) => !folders.includes(path))
  for (const folder of folders) await page.getByLabel('选择报告所在文件夹').setInputFiles(folder)
  if (files.length > 0) await page.getByLabel('选择报告文件').setInputFiles(files)
  return confirmAndImport(page, options)
}

/** Pastes the text of a report. */
export async function pasteReport(page: Page, text: string, options: FileAnswers & { readonly name?: string } = {}): Promise<ImportedReport> {
  await goToDesk(page, '报告入库')
  await page.getByRole('button', { name: '粘贴文本' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '报告全文' }).fill(text)
  if (options.name !== undefined) await dialog.getByRole('textbox', { name: '文件名' }).fill(options.name)
  await dialog.getByRole('button', { name: '读取文本' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const [imported] = await confirmAndImport(page, { confirm: 'proposals' }, options)
  if (!imported) throw new Error('the pasted text was not imported')
  return imported
}

/** Waits until every file of the list is read, or refused. */
export async function waitUntilRead(page: Page): Promise<void> {
  await page.getByRole('list', { name: '待确认文件' }).waitFor()
  await page.waitForFunction(() => !document.querySelector('.reading[role=status]') && ![...document.querySelectorAll('.files .tag')].some((tag) => /等待读取|正在读取/.test(tag.textContent ?? '')), undefined, { timeout: 120_000 })
}

export interface ListedFile {
  /** Folders and name. */
  readonly file: string
  readonly status: string
}

/** The list of files to confirm from its first to its last; only those in sight stand on the page, hence it is scrolled. */
export async function listFiles(page: Page): Promise<ListedFile[]> {
  const list = page.getByRole('list', { name: '待确认文件' })
  const found = new Map<number, ListedFile>()
  await list.evaluate((element) => { element.parentElement!.scrollTop = 0 })
  for (let total = 1; found.size < total; ) {
    const before = found.size
    const rows = await list.getByRole('listitem').evaluateAll((items) => items.map((item) => ({
      at: Number(item.getAttribute('aria-posinset')), total: Number(item.getAttribute('aria-setsize')), file: item.querySelector('.file')?.getAttribute('title') ?? '', status: item.querySelector('.tag')?.textContent?.trim() ?? '',
    })))
    for (const { at, file, status } of rows) found.set(at, { file, status })
    total = rows[0]?.total ?? 0
    // Rows follow the scrolling a frame later; what was passed over then is met from the top again.
    await list.evaluate(async (element, isStuck) => {
      const scroller = element.parentElement!
      scroller.scrollTop = isStuck && scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1 ? 0 : scroller.scrollTop + scroller.clientHeight / 2
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    }, found.size === before)
  }
  return [...found].sort(([a], [b]) => a - b).map(([, file]) => file)
}

/** Opens one file of the list by its path; its form, or its refusal, stands on the page then. */
export async function openFile(page: Page, path: string): Promise<Locator> {
  const list = page.getByRole('list', { name: '待确认文件' })
  await page.getByRole('searchbox', { name: '查找文件' }).fill(path)
  await list.locator(`.file[title=${JSON.stringify(path)}]`).first().click()
  await page.getByRole('searchbox', { name: '查找文件' }).fill('')
  const form = page.getByRole('region', { name: `识别结果 ${path}`, exact: true })
  await form.waitFor()
  return form
}

async function confirmAndImport(page: Page, options: ImportOptions, forAll?: FileAnswers): Promise<ImportedReport[]> {
  await waitUntilRead(page)
  const taken = (await listFiles(page)).filter(({ status }) => !/不能入库|已跳过/.test(status)).map(({ file }) => file)
  const read: { file: string; doubts: string[] }[] = []
  for (const file of taken) {
    const form = await openFile(page, file)
    const doubts = await doubtsOf(form)
    const answers = forAll ?? (typeof options.confirm === 'object' ? (options.confirm[file] ?? options.confirm[basename(file)]) : undefined)
    if (answers) await answer(form, answers)
    if (options.confirm) await answerChoices(form, answers ?? {})
    read.push({ file, doubts })
  }
  if (options.confirm) await confirmSuggestions(page)
  // A suggestion that was confirmed may be followed by a question of its own: a unit of a like name that has a report.
  if (options.confirm) for (const { file, status } of await listFiles(page)) if (/待确认/.test(status)) await answerChoices(await openFile(page, file), forAll ?? (typeof options.confirm === 'object' ? (options.confirm[file] ?? options.confirm[basename(file)] ?? {}) : {}))
  if (options.confirm) await confirmSuggestions(page)
  const ready = new Set((await listFiles(page)).filter(({ status }) => /可入库/.test(status)).map(({ file }) => file))
  const imported: ImportedReport[] = []
  for (const { file, doubts } of read.filter((entry) => ready.has(entry.file))) imported.push({ file: basename(file), unit: await unitOf(await openFile(page, file)), doubts })
  const go = page.getByRole('button', { name: /^入库/ })
  if (await go.isDisabled()) throw new Error(`nothing can be imported: ${await page.getByRole('list', { name: '待确认文件' }).innerText()}`)
  await go.click()
  await page.getByText(/入库完成|没有全部入库/).first().waitFor({ timeout: 120_000 })
  return imported
}

/** All suggestions, by kind. */
async function confirmSuggestions(page: Page): Promise<void> {
  const byKind = page.getByRole('button', { name: '按类确认' })
  if (!(await byKind.isEnabled())) return
  await byKind.click()
  const dialog = page.getByRole('dialog')
  const go = dialog.getByRole('button', { name: /^确认所选/ })
  await go.waitFor()
  // What may not belong here is not ticked by itself; replacing a report is answered file by file.
  for (const box of await dialog.getByRole('checkbox').all()) if (!/替换/.test((await box.getAttribute('aria-label')) ?? '')) await box.check()
  if (await go.isEnabled()) await go.click()
  else await dialog.getByRole('button', { name: '取消' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** What a person must choose where no suggestion stands: a code of several stays empty, a new version takes the old one's place. */
async function answerChoices(form: Locator, answers: FileAnswers): Promise<void> {
  const leaveEmpty = form.getByRole('button', { name: '先留空，记为待核' })
  if (await leaveEmpty.isVisible()) await leaveEmpty.click()
  const replace = form.getByRole('button', { name: '替换旧报告' })
  if (!(await replace.isVisible())) return
  if (answers.replace === false) await form.locator('.row', { has: replace }).getByRole('button', { name: '跳过此文件' }).click()
  else await replace.click()
}

/** "层级: 推断为“市级”，对吗？" for every field that asks. */
async function doubtsOf(form: Locator): Promise<string[]> {
  const rows = await form.locator('.row:has(> .doubt)').all()
  return Promise.all(rows.map(async (row) => `${(await row.locator('.label').first().innerText()).trim()}: ${(await row.locator('.doubt > p').first().innerText()).trim()}`))
}

async function answer(form: Locator, answers: FileAnswers): Promise<void> {
  if (answers.unit !== undefined) {
    const select = form.getByRole('combobox', { name: '所属单位' })
    const known = await select.locator('option', { hasText: answers.unit }).count()
    if (known) await select.selectOption({ label: answers.unit })
    else {
      await select.selectOption({ label: '＋ 新建单位（项目中没有）' })
      await form.getByRole('textbox', { name: '新单位名称' }).fill(answers.unit)
    }
  }
  if (answers.kind) await form.getByRole('combobox', { name: '机关类型' }).selectOption({ label: answers.kind })
  if (answers.level) await form.getByRole('combobox', { name: '层级' }).selectOption({ label: answers.level })
  for (const [name, value] of [['区划代码', answers.code], ['标题', answers.title], ['年度', answers.year], ['成文日期', answers.signedOn], ['发布日期', answers.publishedOn], ['原文网址', answers.sourceAddress]] as const) {
    if (value !== undefined) await form.getByRole('textbox', { name }).fill(String(value))
  }
}

async function unitOf(form: Locator): Promise<string> {
  const name = form.getByRole('textbox', { name: '新单位名称' })
  if (await name.isVisible()) return name.inputValue()
  const select = form.getByRole('combobox', { name: '所属单位' })
  return (await select.locator('option:checked').innerText()).trim()
}
