import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { launch, type App } from './driver'

// No room left for this site: nothing is pretended, the mark stays on screen as unsaved, what is written can be taken out as a file, and with
// room again one click writes it.

const opened: App[] = []
afterAll(async () => {
  for (const app of opened) await app.close().catch(() => undefined)
})

async function shownLevel(page: Page, item: string): Promise<string | null> {
  return page.locator(`[data-card="${item}"] .rule-row.on[data-level]`).getAttribute('data-level')
}

test('a mark without room: said at once, kept on screen, the project saved to a file, and written when there is room', async () => {
  // What Chromium once found free it goes on giving away for a while: the browser is started again before it is told to be full.
  const profile = mkdtempSync(join(tmpdir(), 'zhunsheng-quota-'))
  const first = await launch({ profile })
  await first.openSample()
  await first.page.locator('.desk[aria-busy=false] [data-card]').waitFor()
  const desk = first.page.url()
  await first.close()
  const app = await launch({ profile })
  opened.push(app)
  const { page } = app
  await page.goto(desk)
  await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
  await page.locator('[data-item="C1"]').click()
  const card = page.locator('[data-card="C1"]')
  await card.waitFor()
  const before = await shownLevel(page, 'C1')
  const levels = await card.locator('[data-level]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-level')))
  const digit = levels.findIndex((level) => level !== before) + 1
  const browser = await page.context().newCDPSession(page)
  const { origin } = new URL(app.address)
  await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 })

  await page.keyboard.press(`Digit${digit}`)
  const bar = page.locator('[data-unsaved]')
  await bar.waitFor()
  expect(await bar.innerText()).toMatch(/没有写入本机[\s\S]*空间已满[\s\S]*尚未保存/)
  expect(await shownLevel(page, 'C1')).toBe(levels[digit - 1])
  expect(await card.locator('[data-save-state]').innerText()).not.toMatch(/^已写入/)
  await expect.poll(() => page.getByRole('contentinfo').innerText()).toContain('写入失败')

  const [download] = await Promise.all([page.waitForEvent('download'), bar.getByRole('button', { name: '把已写入的内容存到文件' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.zhunsheng$/)
  await bar.getByText('没有写入的内容不在其中').waitFor()

  await browser.send('Storage.overrideQuotaForOrigin', { origin })
  await card.locator('[data-retry]').click()
  await expect.poll(() => card.locator('[data-save-state]').innerText()).toMatch(/^已写入/)
  await bar.waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
  await page.locator('[data-item="C1"]').click()
  await card.waitFor()
  expect(await shownLevel(page, 'C1')).toBe(levels[digit - 1])
  expect(await page.locator('[data-loss]').count()).toBe(0)
})

test('a file is opened into a browser whose data were cleared: what may have happened is said', async () => {
  const app = await launch({})
  opened.push(app)
  const { page } = app
  await app.openSample()
  const saved = await app.savePackage()
  await page.goto('about:blank')
  const browser = await page.context().newCDPSession(page)
  await browser.send('Storage.clearDataForOrigin', { origin: new URL(app.address).origin, storageTypes: 'all' })
  await page.goto(app.address)
  await page.getByRole('main').getByRole('heading').first().waitFor()
  expect(await page.locator('[data-loss]').count()).toBe(0)
  await app.openPackage(saved)
  const sign = page.locator('[data-cleared]')
  await sign.waitFor()
  expect(await sign.innerText()).toContain('说明网站数据此后被清除过')
  await sign.getByRole('button').click()
  await sign.waitFor({ state: 'detached' })
})
