import type { Page } from 'playwright-core'
import { goToDesk } from './shell.js'

export type ReadingPanel = 'metadata' | 'text' | 'structure' | 'numbers' | 'sameness' | 'versions'

/** Opens the page of a unit's report from the list of units. */
export async function openReport(page: Page, unit: string): Promise<void> {
  await goToDesk(page, '报告入库')
  const list = page.getByRole('button', { name: '单位与报告' })
  if (await list.isVisible()) await list.click()
  const row = page.getByRole('main').getByRole('row').filter({ hasText: unit })
  await row.getByRole('button', { name: new RegExp(`打开${unit}`) }).or(row.getByRole('link', { name: new RegExp(`打开${unit}`) })).first().click()
  await page.locator('.clean [data-at]').first().waitFor()
}

export async function openPanel(page: Page, panel: ReadingPanel): Promise<void> {
  await page.locator(`[role=tab][data-panel=${panel}]`).click()
}

/** Opens the paragraph that holds the words, changes them, saves; what the page then says of the evidence. */
export async function changeParagraph(page: Page, words: string, become: string): Promise<string> {
  const mode = page.getByRole('checkbox', { name: '编辑正文' })
  if (!(await mode.isChecked())) await mode.check()
  const line = page.locator('.clean .line').filter({ hasText: words }).first()
  await line.hover()
  await line.getByRole('button').click()
  const area = page.getByRole('textbox', { name: '段落文字' })
  await area.fill((await area.inputValue()).replace(words, become))
  await area.press('Control+Enter')
  await area.waitFor({ state: 'detached' })
  return effectShown(page)
}

/** "已保存。…" as it stands above the text. */
export async function effectShown(page: Page): Promise<string> {
  const status = page.locator('.effect [role=status]')
  await status.waitFor()
  return (await status.innerText()).replace(/^[✓▲]\s*/, '')
}

/** Items whose evidence the page says it cannot find any more, "C3 · 甲组01". */
export async function orphansShown(page: Page): Promise<string[]> {
  return page.locator('.effect [data-orphan]').allInnerTexts()
}

export async function textHash(page: Page): Promise<string> {
  await openPanel(page, 'metadata')
  return page.locator('[data-text-hash]').innerText()
}

/** Undoes the latest change of the text. */
export async function undoLast(page: Page): Promise<void> {
  await openPanel(page, 'text')
  const edits = page.locator('[data-edit]')
  const before = await edits.count()
  await edits.first().getByRole('button', { name: '撤销', exact: true }).click()
  await page.waitForFunction((count) => document.querySelectorAll('[data-edit]').length === count - 1, before)
}

/** What the new version does to the items of all assessors: item → fate, as the page of versions shows it. */
export async function itemFates(page: Page): Promise<Record<string, string>> {
  await page.locator('[data-fate]').first().waitFor()
  return Object.fromEntries(await page.locator('[data-fate]').evaluateAll((rows) => rows.map((row) => [row.getAttribute('data-item') ?? '', row.getAttribute('data-fate') ?? ''])))
}

/** Reopens what is chosen; the words of the toast. */
export async function reopenChosen(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^只重评这 \d+ 项$/ }).click()
  const toast = page.getByText(/^已改为待核/)
  await toast.waitFor()
  return toast.innerText()
}
