import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type App } from './driver.js'

// A phrase in all reports, and one item across all units, on the sample project.

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const timeLimit = 120_000

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: (where: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } }
    const found = await axe.run(document, { resultTypes: ['violations'] })
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`)
  })
}

describe('searching and scoring across units', () => {
  let app: App

  beforeAll(async () => {
    app = await launch()
    await app.openSample()
  }, timeLimit)
  afterAll(() => app.close())

  test('who mentions a phrase, where, and who does not', async () => {
    const found = await app.search('尚未')
    expect({ summary: found.summary, units: found.rows.map(({ unit, count, places }) => [unit, count, places.length]), without: found.without, noReport: found.noReport }).toEqual({
      summary: '2 家提到，5 家未提到',
      units: [['岚汀县人民政府', 1, 1], ['云浔市机关事务管理局（云浔市公务用车服务管理中心、云浔市公共机构节能工作办公室）', 1, 1]],
      without: ['霁川县人民政府', '砚陵县人民政府', '枫涟县人民政府', '沅麓县人民政府', '云浔市水利局'],
      noReport: ['桐漪县人民政府'],
    })
    const [place] = found.rows[0]!.places
    expect(place).toMatchObject({ place: '二', quote: '尚未', negative: '不足' })
    expect(await violations(app.page)).toEqual([])
  }, timeLimit)

  test('one character, full width for half, and all of several phrases', async () => {
    const wide = await app.search('９２件')
    const narrow = await app.search('92件')
    expect(wide).toEqual(narrow)
    expect(wide.rows.length).toBeGreaterThan(0)
    const one = await app.search('未')
    const both = await app.search('未 行政复议')
    const holding = new Set(one.rows.map(({ unit }) => unit))
    expect(both.rows.every(({ unit }) => holding.has(unit))).toBe(true)
    expect(both.rows.map(({ places }) => [...new Set(places.map(({ quote }) => quote))].sort())).toEqual(both.rows.map(() => ['未', '行政复议']))
    expect(both.rows.length + both.without.length).toBe(one.rows.length + one.without.length)
    expect((await app.search('绝无此词')).summary).toBe('有报告的 7 家都未提到')
  }, timeLimit)

  test('Ctrl+Shift+F takes the selection along; a place opens in its report and on the score desk', async () => {
    const { page } = app
    await app.goTo('打分')
    await page.locator('article [data-start]').first().waitFor()
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf('行政复议') ?? -1
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 4)
        document.getSelection()?.removeAllRanges()
        document.getSelection()?.addRange(range)
        return
      }
    })
    await page.keyboard.press('Control+Shift+F')
    await page.locator('[data-results]').waitFor()
    expect(await page.locator('[data-search]').inputValue()).toBe('行政复议')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await page.locator('[data-hit][aria-selected=true]').waitFor()
    const pane = page.locator('[data-reading]')
    await pane.locator('mark.current').waitFor()
    expect(await pane.locator('mark.current').innerText()).toBe('行政复议')
    const unit = await pane.locator('h2').innerText()
    await pane.locator('[data-to-score]').click()
    await page.locator(`[data-unit-switch][title=${JSON.stringify(unit)}]`).waitFor()
    await page.locator('article .flash', { hasText: '行政复议' }).first().waitFor()
  }, timeLimit)

  test('one item, unit after unit: marks, states and evidence are stored and stand on the score desk', async () => {
    const readings = await app.scoreAcross('C1', [
      { unit: '霁川县人民政府', answer: { level: '有事项' } },
      { unit: '桐漪县人民政府', answer: null, state: 'pending', note: '等报告' },
      { unit: '砚陵县人民政府', answer: { level: '未提' }, attach: true },
      { unit: '云浔市水利局', answer: { level: '只表态' } },
    ])
    expect(readings.map(({ unit, state, result }) => [unit, state, result])).toEqual([
      ['霁川县人民政府', 'scored', '2.10 / 3'],
      ['桐漪县人民政府', 'pending', '待核'],
      ['砚陵县人民政府', 'scored', '0.00 / 3'],
      ['云浔市水利局', 'scored', '1.20 / 3'],
    ])
    await app.page.reload()
    await app.page.locator('[data-unit-card]').first().waitFor()
    expect(await app.readItem('霁川县人民政府', 'C1')).toMatchObject({ state: 'scored', points: '2.10' })
    expect(await app.readItem('桐漪县人民政府', 'C1')).toMatchObject({ state: 'pending', note: '等报告' })
    const attached = await app.readItem('砚陵县人民政府', 'C1')
    expect([attached.points, attached.quotes.length]).toEqual(['0.00', readings[2]!.evidence])
  }, timeLimit)

  test('keys: J goes to the next unit, digits mark it, a shuffled order stays as it is', async () => {
    const { page } = app
    await app.scoreAcross('C1', [])
    const focused = page.locator('.unit.focused')
    await focused.waitFor()
    const first = await focused.getAttribute('data-unit-card')
    await page.keyboard.press('j')
    await page.locator(`.unit.focused:not([data-unit-card=${JSON.stringify(first)}])`).waitFor()
    await page.keyboard.press('2')
    await focused.locator('[data-save-state].done').waitFor()
    expect(await focused.locator('[data-result]').innerText()).toBe('1.20 / 3')
    await page.locator('[data-order=random]').click()
    const order = () => page.locator('[data-across-list] [data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unit-name')))
    const shuffled = await order()
    await page.reload()
    await page.locator('[data-unit-card]').first().waitFor()
    expect(await order()).toEqual(shuffled)
    expect(await violations(page)).toEqual([])
    await page.locator('[data-order=list]').click()
    expect((await order()).sort()).toEqual([...shuffled].sort())
  }, timeLimit)

  test('nothing was said on the console and nobody was asked outside', () => {
    expect([app.console().filter((message) => /^(error|warning)/.test(message)), app.foreignRequests()]).toEqual([[], []])
  })
})
