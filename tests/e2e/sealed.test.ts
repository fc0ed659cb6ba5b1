import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launch } from './driver.js'
import { ownReport } from './ownReport.js'

// Nothing leaves the machine and the policy is never broken, on any desk.

test('no desk asks for anything beyond the origin, breaks the policy or says anything on the console', async () => {
  const app = await launch({ offline: true })
  const { page } = app
  const violations: string[] = []
  await page.exposeFunction('tellViolation', (words: string) => violations.push(words))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      void (window as unknown as { tellViolation: (words: string) => void }).tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`)
    })
  })
  await page.reload()
  const main = page.getByRole('main')

  // The listener works, for the policy of the header and that of the page: without this an empty list would prove nothing.
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.2:9/x.png' }))
  })
  await expect.poll(() => violations.length).toBe(2)
  await page.reload()
  violations.length = 0
  const saidBefore = app.console().length

  await page.getByRole('button', { name: '新建项目' }).first().click()
  await page.getByRole('dialog').getByText('34 项').first().waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await app.openSample()
  await page.locator('[data-item="C5"]').click()
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('[data-evidence]').first().waitFor()

  const report = join(mkdtempSync(join(tmpdir(), 'zhunsheng-sealed-')), '云澜市.txt')
  writeFileSync(report, ownReport)
  await app.importReports([report], { confirm: 'proposals' })
  await main.getByRole('button', { name: /云澜市2023年度/ }).or(main.getByRole('link', { name: /云澜市2023年度/ })).first().click()
  await main.getByText('一、主要举措和成效').first().waitFor()

  await app.readRanking()
  await page.locator('tr.unit [data-column="name"] button').first().click()
  await main.getByRole('button', { name: '热力图' }).click()
  await main.locator('canvas').first().waitFor()

  await app.goToRubrics()
  await main.getByRole('link', { name: '县级年度法治建设考核' }).first().click()
  await main.getByRole('heading', { name: /学法制度/ }).first().waitFor()
  await main.getByRole('button', { name: '另存为草稿' }).click()
  await main.locator('[data-place="groups[0].children[0]"]').click()
  await main.locator('[data-field=name]').fill('专题研究')
  await main.locator('[data-saving].saved').waitFor()
  await Promise.all([page.waitForEvent('download'), main.getByRole('button', { name: '导出 JSON' }).click()])
  const english = page.getByRole('banner').getByRole('button', { name: 'EN', exact: true })
  await english.click()
  await page.waitForFunction(() => document.documentElement.lang === 'en')
  await page.getByRole('banner').getByRole('button', { name: '中', exact: true }).click()
  await page.waitForFunction(() => document.documentElement.lang === 'zh-CN')
  await app.openProject('示例：2024年度法治政府建设年度报告评估')

  await app.exportWorkbook()
  const saved = await app.savePackage()
  await app.openPackage(saved, { onConflict: 'copy' })
  await page.getByRole('banner').getByRole('button', { name: 'EN', exact: true }).click()
  await page.waitForFunction(() => document.documentElement.lang === 'en')

  expect({ violations, foreign: app.foreignRequests().filter((url) => !url.startsWith('http://127.0.0.2:9/')), said: app.console().slice(saidBefore) }).toEqual({ violations: [], foreign: [], said: [] })
  await app.close()
}, 90_000)
