import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type App } from './driver.js'

// axe-core on every desk, in both languages: no violation of any of its rules.

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const languages = { zh: '中', en: 'EN' } as const
const timeLimit = 180_000

/** A violation by its rule and the elements that break it, so that a failure says where to look. */
async function violations(page: Page): Promise<string[]> {
  // The policy forbids script tags, not what the driver evaluates.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (where: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } }
    const found = await axe.run(document, { resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  })
}

async function inBothLanguages(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {}
  for (const [language, label] of Object.entries(languages)) {
    await page.getByRole('banner').getByRole('button', { name: label, exact: true }).click()
    await page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), language)
    found[language] = await violations(page)
  }
  // The page models speak Chinese.
  await page.getByRole('banner').getByRole('button', { name: languages.zh, exact: true }).click()
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN')
  return found
}

describe('every desk is accessible in both languages', () => {
  let app: App
  const sound = { zh: [], en: [] }

  beforeAll(async () => { app = await launch() }, timeLimit)
  afterAll(() => app.close())

  test('the first start', async () => {
    expect(await inBothLanguages(app.page)).toEqual(sound)
  }, timeLimit)

  test('scoring', async () => {
    await app.openSample()
    expect(await inBothLanguages(app.page)).toEqual(sound)
  }, timeLimit)

  test('collecting reports', async () => {
    await app.goTo('报告入库')
    await app.page.getByRole('table').getByRole('row').nth(1).waitFor()
    expect(await inBothLanguages(app.page)).toEqual(sound)
  }, timeLimit)

  test('the ranking, its panel and its heatmap', async () => {
    await app.goTo('排名')
    const name = app.page.locator('tr.unit [data-column="name"] button').first()
    await name.waitFor()
    expect(await inBothLanguages(app.page)).toEqual(sound)
    await name.click()
    await app.page.getByRole('complementary').waitFor()
    expect(await inBothLanguages(app.page)).toEqual(sound)
    await app.page.getByRole('main').getByText('热力图', { exact: true }).click()
    await app.page.locator('canvas, svg').first().waitFor()
    expect(await inBothLanguages(app.page)).toEqual(sound)
  }, timeLimit)

  test('the results', async () => {
    await app.goTo('成果')
    await app.page.getByRole('main').getByRole('button', { name: '导出工作簿' }).waitFor()
    expect(await inBothLanguages(app.page)).toEqual(sound)
  }, timeLimit)

  test('the rubric desk: library, reading, a draft with each kind of node in hand', async () => {
    const main = app.page.getByRole('main')
    await app.goToRubrics()
    expect(await inBothLanguages(app.page)).toEqual(sound)
    // A foreign table: its columns, then its standards item by item.
    const table = '一级指标,评分项,分值,评分标准\n组织领导,学法制度,1.5,未建立制度扣0.3分；每少一次扣0.3分，累计不超过1.2分。\n组织领导,其他,3,参照有关文件掌握。\n'
    await main.locator('[data-workbook-file]').setInputFiles({ name: '细则.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    const dialog = app.page.getByRole('dialog')
    await dialog.locator('[data-read-items]').waitFor()
    expect(await violations(app.page)).toEqual([])
    await dialog.locator('[data-read-items]').click()
    await dialog.locator('[data-review]').first().waitFor()
    expect(await violations(app.page)).toEqual([])
    await app.page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'hidden' })
    await main.getByRole('link', { name: '县级年度法治建设考核' }).first().click()
    await main.getByRole('heading', { name: /学法制度/ }).first().waitFor()
    expect(await inBothLanguages(app.page)).toEqual(sound)
    await main.getByRole('button', { name: '另存为草稿' }).click()
    for (const place of ['', 'groups[0]', 'groups[0].children[0]', 'vetoes[0]']) {
      await main.locator(`[data-place="${place}"]`).click()
      expect(await inBothLanguages(app.page), place).toEqual(sound)
    }
    await main.locator('[data-adopt]').click()
    await app.page.getByRole('dialog').waitFor()
    expect(await violations(app.page)).toEqual([])
    await app.page.keyboard.press('Escape')
  }, timeLimit)

  test('the list of projects with a menu open', async () => {
    await app.page.getByRole('banner').getByRole('link', { name: /^准绳/ }).click()
    await app.page.getByRole('main').getByRole('table').waitFor()
    expect(await inBothLanguages(app.page)).toEqual(sound)
    await app.page.locator('button[aria-haspopup=menu]').first().click()
    expect(await violations(app.page)).toEqual([])
  }, timeLimit)
})
