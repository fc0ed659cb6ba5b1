import { gunzipSync } from 'node:zlib'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { launch, type App } from './driver'

// What was acknowledged and is no longer there is named at the start, in real Chromium, with its real files damaged.

const sampleName = '示例：2024年度法治政府建设年度报告评估'
const opened: App[] = []
async function open(options: Parameters<typeof launch>[0]): Promise<App> {
  const app = await launch(options)
  opened.push(app)
  return app
}
afterAll(async () => {
  for (const app of opened) await app.close().catch(() => undefined)
})

function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'zhunsheng-loss-'))
}

/** The witness knows the project by now. */
async function witnessed(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const text = localStorage.getItem('zhunsheng.sentinel')
    if (text === null) return false
    const { writes, stock, projects } = JSON.parse(text) as { writes: number; stock: number; projects: unknown[] }
    return writes > 0 && writes === stock && projects.length > 0
  })
}

/** Behind the program's back: rows put or deleted with the browser's own calls. */
async function tamper(page: Page, how: { readonly store: string; readonly kind: 'clear' } | { readonly store: string; readonly kind: 'put'; readonly value: object } | { readonly store: string; readonly kind: 'alter'; readonly field: string; readonly value: string }): Promise<void> {
  await page.evaluate(
    (act) =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('zhunsheng')
        request.onerror = () => reject(request.error)
        request.onsuccess = () => {
          const db = request.result
          const transaction = db.transaction(act.store, 'readwrite')
          const store = transaction.objectStore(act.store)
          if (act.kind === 'clear') store.clear()
          else if (act.kind === 'put') store.put(act.value)
          else {
            const cursor = store.openCursor()
            cursor.onsuccess = () => {
              if (cursor.result) cursor.result.update({ ...(cursor.result.value as object), [act.field]: act.value })
            }
          }
          transaction.oncomplete = () => {
            db.close()
            resolve()
          }
          transaction.onabort = () => reject(transaction.error)
        }
      }),
    how,
  )
}

function emptyFolder(profile: string): void {
  const folder = join(profile, 'Default', 'IndexedDB')
  expect(existsSync(folder)).toBe(true)
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
}

describe.each(['pwa', 'file'] as const)('%s', (build) => {
  test('a database whose files are gone: named, with the project and where its file is; accepted once, and not told again', async () => {
    const profile = newProfile()
    const first = await open({ build, profile })
    await first.openSample()
    const saved = await first.savePackage()
    await witnessed(first.page)
    await first.page.waitForFunction(() => localStorage.getItem('zhunsheng.sentinel')?.includes('.zhunsheng'))
    await first.close()
    emptyFolder(profile)

    const app = await open({ build, profile })
    const page = app.page.locator('[data-loss]')
    await page.getByRole('heading', { name: '本机数据不见了' }).waitFor()
    const row = page.locator('tr[data-project]')
    expect(await row.count()).toBe(1)
    expect(await row.innerText()).toMatch(new RegExp(`${sampleName}[\\s\\S]*整个项目（\\d+ 条评分）[\\s\\S]*\\.zhunsheng`))
    await page.getByRole('button', { name: '知道了，继续' }).click()
    await app.page.getByRole('main').getByRole('button', { name: /示例/ }).first().waitFor()
    await app.openPackage(saved)
    await witnessed(app.page)
    await app.close()

    const again = await open({ build, profile })
    expect(await again.page.locator('[data-loss]').count()).toBe(0)
    await again.openProject(sampleName)
    await again.close()
  })
})

test('rows lost, a scorecard altered, newer data: each is named; newer data can be taken out whole and nothing is written', async () => {
  const app = await open({ profile: newProfile() })
  const { page } = app
  await app.openSample()
  await witnessed(page)

  await page.goto(app.address)
  await tamper(page, { store: 'ledger', kind: 'clear' })
  await page.reload()
  await page.locator('[data-loss]').getByRole('heading', { name: '本机数据有缺失或被改动' }).waitFor()
  await page.getByRole('button', { name: '知道了，继续' }).click()
  await page.locator('[data-damaged]').waitFor()
  await page.locator('[data-damaged]').getByRole('link', { name: '数据与备份状态' }).click()
  await page.locator('[data-ledger] [data-damaged-project]').getByText('份评分表没有账目').waitFor()

  await tamper(page, { store: 'meta', kind: 'put', value: { key: 'dataVersion', value: 99 } })
  await tamper(page, { store: 'meta', kind: 'put', value: { key: 'appVersion', value: '9.1.0' } })
  await page.goto(app.address)
  await page.reload()
  await page.getByRole('heading', { name: '本机数据来自更新版本的准绳' }).waitFor()
  expect(await page.getByRole('main').innerText()).toContain('准绳 9.1.0 或更新的版本')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载整库备份' }).click()])
  const lines = gunzipSync(readFileSync(await download.path())).toString('utf8').trim().split('\n')
  expect(JSON.parse(lines[0]!)).toMatchObject({ format: 'zhunsheng.raw', formatVersion: 1 })
  expect(JSON.parse(lines.at(-1)!)).toEqual({ rows: lines.length - 2 })
  expect(lines.some((line) => line.includes(sampleName))).toBe(true)
  await app.close()
})

test('the health page says what is and what to do, reports without names, and leaves a project with every place at nought', async () => {
  const app = await open({ profile: newProfile() })
  const { page } = app
  await app.openSample()
  await witnessed(page)
  await page.goto(`${app.address}#/health`)
  const main = page.getByRole('main')
  await main.locator('[data-ledger][data-state="checked"]').getByText(/账目相符/).waitFor()
  expect(await main.locator('[data-fact]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-fact')))).toEqual(['persistence', 'space', 'sentinel', 'copies', 'browser', 'private', 'offline', 'place'])
  expect(await main.locator('[data-fact="sentinel"]').getAttribute('data-state')).toBe('kept')
  expect(await main.locator('[data-fact="browser"]').innerText()).toMatch(/Chromium 内核 \d+/)
  expect(await main.locator('[data-fact="space"]').innerText()).toContain('估计')
  await main.getByRole('button', { name: '逐条核对' }).click()
  await main.locator('[data-ledger]').getByText(/逐条读过 1 个项目/).waitFor()

  await main.getByRole('button', { name: '复制错误报告' }).click()
  const report = await main.locator('textarea').inputValue()
  expect(report).toMatch(/Zhunsheng \d/)
  expect(report).toContain('data version')
  expect(report).not.toMatch(/\p{Script=Han}{3}/u)

  const row = main.locator('tr[data-project]')
  await row.getByRole('button', { name: '从本机清除' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('请输入项目名称以确认').fill(sampleName)
  await dialog.getByRole('button', { name: '清除', exact: true }).click()
  await dialog.getByText('逐处重新清点均为 0').waitFor()
  expect(await dialog.innerText()).toContain('可能被专门软件恢复')
  const after = await dialog.locator('[data-remains] tbody tr').evaluateAll((rows) => rows.map((one) => one.querySelectorAll('td')[1]?.textContent))
  expect(after).toEqual(Array.from({ length: 9 }, () => '0'))
  const left = await page.evaluate(async (name) => {
    const databases = await indexedDB.databases()
    let found = localStorage.getItem('zhunsheng.sentinel')?.includes(name) ? 1 : 0
    for (const { name: database } of databases) {
      const db = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open(database!)
        request.onsuccess = () => resolve(request.result)
      })
      for (const store of [...db.objectStoreNames]) {
        const rows = await new Promise<unknown[]>((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll()
          request.onsuccess = () => resolve(request.result)
        })
        found += rows.filter((each) => JSON.stringify(each).includes(name)).length
      }
      db.close()
    }
    return found
  }, sampleName)
  expect(left).toBe(0)
  expect(app.console().filter((line) => /error|violat/i.test(line))).toEqual([])
  expect(app.foreignRequests()).toEqual([])
  await app.close()
})
