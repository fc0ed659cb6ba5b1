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
  readonly title?: string
  readonly year?: number | ''
  readonly signedOn?: string
  readonly publishedOn?: string
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

export async function importReports(page: Page, paths: readonly string[], options: ImportOptions): Promise<ImportedReport[]> {
  await goToDesk(page, '报告入库')
  await page.getByLabel('选择报告文件').setInputFiles([...paths])
  const list = page.getByRole('list', { name: '待确认文件' })
  await list.waitFor()
  await page.waitForFunction(() => !document.querySelector('.reading[role=status]'))
  const read: { file: string; doubts: string[] }[] = []
  for (const path of paths) {
    const file = basename(path)
    const entry = list.getByRole('button', { name: file }).first()
    await entry.click()
    if (/不能入库|已跳过/.test(await entry.innerText())) continue
    const form = page.getByRole('region', { name: `识别结果 ${file}` })
    await form.waitFor()
    const doubts = await doubtsOf(form)
    const answers = typeof options.confirm === 'object' ? options.confirm[file] : undefined
    if (answers) await answer(form, answers)
    read.push({ file, doubts })
  }
  if (options.confirm) {
    const all = page.getByRole('button', { name: '全部确认' })
    if (await all.isEnabled()) await all.click()
  }
  const imported: ImportedReport[] = []
  for (const { file, doubts } of read) {
    const entry = list.getByRole('button', { name: file }).first()
    await entry.click()
    const form = page.getByRole('region', { name: `识别结果 ${file}` })
    imported.push({ file, unit: await unitOf(form), doubts })
  }
  const go = page.getByRole('button', { name: /^入库/ })
  if (await go.isDisabled()) throw new Error(`nothing can be imported: ${await list.innerText()}`)
  await go.click()
  await page.getByText(/入库完成|没有全部入库/).first().waitFor()
  return imported
}

/** "层级: 这一项没有把握,对吗?" for every field that asks. */
async function doubtsOf(form: Locator): Promise<string[]> {
  const rows = await form.locator('.row.asked').all()
  return Promise.all(rows.map(async (row) => `${(await row.locator('label').first().innerText()).trim()}: ${(await row.locator('.doubt > p, .error').first().innerText()).trim()}`))
}

async function answer(form: Locator, answers: FileAnswers): Promise<void> {
  if (answers.unit !== undefined) {
    const select = form.getByRole('combobox', { name: '所属单位' })
    const known = await select.locator('option', { hasText: answers.unit }).count()
    if (known) await select.selectOption({ label: answers.unit })
    else {
      await select.selectOption({ label: '新建单位' })
      await form.getByRole('textbox', { name: '新单位名称' }).fill(answers.unit)
    }
  }
  if (answers.kind) await form.getByRole('combobox', { name: '机关类型' }).selectOption({ label: answers.kind })
  if (answers.level) await form.getByRole('combobox', { name: '层级' }).selectOption({ label: answers.level })
  for (const [name, value] of [['标题', answers.title], ['年度', answers.year], ['成文日期', answers.signedOn], ['发布日期', answers.publishedOn]] as const) {
    if (value !== undefined) await form.getByRole('textbox', { name }).fill(String(value))
  }
}

async function unitOf(form: Locator): Promise<string> {
  const name = form.getByRole('textbox', { name: '新单位名称' })
  if (await name.isVisible()) return name.inputValue()
  const select = form.getByRole('combobox', { name: '所属单位' })
  return (await select.locator('option:checked').innerText()).trim()
}
