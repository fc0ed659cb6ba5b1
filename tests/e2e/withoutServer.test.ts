import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { chromiumOptions } from './pages/browser.js'
import { launch } from './driver.js'
import { serveFolder } from '../../scripts/server.mjs'

// The installed program: it opens without its server, it asks before it updates, and project files open by double click.

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const open: BrowserContext[] = []
afterEach(async () => {
  for (const context of open.splice(0)) await context.close()
})

async function openPage(): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), 'zhunsheng-profile-'))
  const context = await chromium.launchPersistentContext(profile, chromiumOptions({ offline: false, viewport: { width: 1366, height: 768 } }))
  open.push(context)
  return context.pages()[0] ?? (await context.newPage())
}

async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  })
}

test('it opens and works after its server is gone, also the parts that were never loaded', async () => {
  const server = await serveFolder({ folder: dist, port: 0 })
  const page = await openPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  await page.goto(server.address)
  await waitForWorker(page)
  await server.close()

  await page.reload()
  await page.getByRole('button', { name: '打开示例项目' }).click()
  await page.getByRole('link', { name: '排名' }).click()
  await expect.poll(() => page.getByRole('main').textContent()).toContain('霁川县人民政府')
  await page.getByRole('link', { name: '成果' }).click()
  await page.getByRole('main').getByRole('heading').first().waitFor()
  expect(problems).toEqual([])
}, 120_000)

test('a newer version is used when the person says so, and not before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-dist-'))
  cpSync(dist, folder, { recursive: true })
  const older = await serveFolder({ folder, port: 0 })
  const page = await openPage()
  await page.goto(older.address)
  await waitForWorker(page)
  await older.close()

  const index = join(folder, 'index.html')
  const worker = join(folder, 'sw.js')
  writeFileSync(index, readFileSync(index, 'utf8').replace('<html ', '<html data-edition="newer" '))
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(/(url:"index\.html",revision:")[0-9a-f]+|(revision:")[0-9a-f]+(",url:"index\.html")/, '$1$2newer$3'))
  const newer = await serveFolder({ folder, port: Number(new URL(older.address).port) })
  await page.reload()
  const update = page.getByRole('button', { name: '新版本已备好：更新' })
  await update.waitFor()
  expect(await page.locator('html').getAttribute('data-edition')).toBe(null)
  await page.reload()
  await update.waitFor()
  expect(await page.locator('html').getAttribute('data-edition')).toBe(null)
  await update.click()
  await page.locator('html[data-edition="newer"]').waitFor({ state: 'attached' })
  await page.getByRole('main').getByRole('heading').first().waitFor()
  await newer.close()
}, 120_000)

test('a project file that the system hands over is opened', async () => {
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.webmanifest'), 'utf8'))
  expect(manifest.file_handlers).toEqual([{ action: './', accept: { 'application/vnd.zhunsheng.project': ['.zhunsheng'] } }])

  const app = await launch()
  await app.openSample()
  const path = await app.savePackage()
  await app.close()

  const server = await serveFolder({ folder: dist, port: 0 })
  const page = await openPage()
  // Headless Chromium installs nothing, so the queue of the system is played; what is handed over is a real file.
  await page.addInitScript(() => {
    Object.defineProperty(window, 'launchQueue', {
      value: { setConsumer: (consumer: unknown) => Object.assign(window, { handOver: consumer }) },
    })
  })
  await page.goto(server.address)
  await page.getByRole('button', { name: '打开示例项目' }).waitFor()
  await page.evaluate((bytes) => {
    const file = new File([new Uint8Array(bytes)], '示例.zhunsheng')
    const handOver = (window as unknown as { handOver: (params: unknown) => void }).handOver
    handOver({ files: [{ getFile: async () => file }] })
  }, [...readFileSync(path)])
  await page.getByRole('link', { name: '排名' }).click()
  await expect.poll(() => page.getByRole('main').textContent()).toContain('霁川县人民政府')
  await server.close()
}, 120_000)
