import type { Page } from 'playwright-core'
import { fillSettings, type SettingsGiven } from './settingsForm.js'

export interface NewProject {
  readonly name: string
  /** Report year: the year the reports are about. */
  readonly year: number
  /** Key of a rubric that comes with the program ("annual-report-quality", the default), path of a rubric file, or name of a draft. */
  readonly rubric?: string
  /** What is to differ from the usual settings. */
  readonly settings?: SettingsGiven
}

export async function createProject(page: Page, project: NewProject): Promise<void> {
  await toStart(page)
  await page.getByRole('button', { name: '新建项目' }).first().click()
  const dialog = page.getByRole('dialog')
  if (project.rubric?.endsWith('.json')) await dialog.locator('input[type=file]').setInputFiles(project.rubric)
  else if (project.rubric) await dialog.locator(`input[name=rubric][value="${project.rubric}"]`).check()
  await finishProject(page, project)
}

/** Fills in the dialog of a new project, which has its rubric already, and creates it. Throws the words of a refusal. */
export async function finishProject(page: Page, { name, year, settings }: NewProject): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: '项目名称' }).fill(name)
  await dialog.getByRole('textbox', { name: '报告年度' }).fill(String(year))
  if (settings) {
    // What the settings may name comes with the rubric.
    await dialog.locator('.facts').waitFor()
    await dialog.locator('summary').click()
    await fillSettings(dialog, settings)
  }
  await dialog.getByRole('button', { name: '创建项目' }).click()
  await Promise.race([dialog.waitFor({ state: 'hidden' }), refusal(page)])
  await page.waitForURL(/#\/p\/.+\/collect/)
}

export async function openProject(page: Page, name: string): Promise<void> {
  await toStart(page)
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
  await page.waitForURL(/#\/p\//)
}

export async function openSample(page: Page): Promise<void> {
  await toStart(page)
  await page.getByRole('button', { name: '打开示例项目' }).first().click()
  await page.waitForURL(/#\/p\/.+\/score/)
  await page.locator('[data-card]').waitFor()
}

export async function openPackage(page: Page, path: string, options: { readonly onConflict?: 'copy' | 'replace' }): Promise<void> {
  await toStart(page)
  await page.locator('input[type=file][accept=".zhunsheng"]').setInputFiles(path)
  const dialog = page.getByRole('dialog')
  const choice = dialog.locator('[data-choice]').first()
  const outcome = await Promise.race([
    page.waitForURL(/#\/p\//).then(() => 'opened' as const),
    choice.waitFor().then(() => 'asked' as const),
    refusal(page),
  ])
  if (outcome === 'opened') return
  if (!options.onConflict) throw new Error('the project is on this machine already: pass onConflict')
  await dialog.locator(`[data-choice=${options.onConflict}]`).click()
  await Promise.race([page.waitForURL(/#\/p\//), refusal(page)])
}

export async function toStart(page: Page): Promise<void> {
  if (/#\/$/.test(page.url())) return
  await page.getByRole('banner').getByRole('link', { name: /^准绳/ }).click()
  await page.waitForURL(/#\/$/)
}

/** Rejects with the words of a refusal as soon as one is shown. */
async function refusal(page: Page): Promise<never> {
  const notice = page.getByRole('dialog').getByRole('alert').first()
  await notice.waitFor()
  throw new Error(await notice.innerText())
}
