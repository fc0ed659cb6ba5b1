import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { launch, type App } from './driver'

// Two windows on the same work: what either is told is written is there, each sees the other's, and one that may no longer write says so.
// (Races by the hundred, against a control that writes from stale memory, are `npm run rel:tabs`.)

const opened: App[] = []
afterAll(async () => {
  for (const app of opened) await app.close().catch(() => undefined)
})

const items = ['C1', 'C2', 'C6', 'C9', 'D3', 'D4'] as const

async function show(page: Page, item: string): Promise<void> {
  await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
  await page.locator(`[data-item="${item}"]`).dispatchEvent('click')
  await page.locator(`[data-card="${item}"]`).waitFor()
}

async function shown(page: Page, item: string): Promise<string | null> {
  await show(page, item)
  const row = page.locator(`[data-card="${item}"] .rule-row.on[data-level]`)
  return (await row.count()) ? row.getAttribute('data-level') : null
}

/** Gives another level and waits until the screen says that it is written. */
async function mark(page: Page, item: string): Promise<string> {
  await show(page, item)
  const card = page.locator(`[data-card="${item}"]`)
  const rows = await card.locator('[data-level]').evaluateAll((all) => all.map((row) => ({ level: row.getAttribute('data-level') ?? '', on: row.classList.contains('on') })))
  const other = rows.findIndex(({ on }) => !on)
  const { level } = rows[other]!
  await page.keyboard.press(`Digit${other + 1}`)
  await expect.poll(() => shown(page, item)).toBe(level)
  await expect.poll(() => card.locator('[data-save-state]').innerText()).toMatch(/^已写入/)
  return level
}

describe.each(['pwa', 'file'] as const)('%s', (build) => {
  test('marks given in turn and at the same time are all there, in both windows and after a start', async () => {
    const app = await launch({ build })
    opened.push(app)
    const { page: one } = app
    await app.openSample()
    await one.locator('.desk[aria-busy=false] [data-card]').waitFor()
    const two = await one.context().newPage()
    await two.goto(one.url())

    const given = new Map<string, string>()
    for (const [index, item] of items.entries()) given.set(item, await mark(index % 2 === 0 ? one : two, item))
    for (const item of items) for (const page of [one, two]) await expect.poll(() => shown(page, item)).toBe(given.get(item))
    const [e3, e4] = await Promise.all([mark(one, 'E3'), mark(two, 'E4')])
    await expect.poll(() => shown(two, 'E3')).toBe(e3)
    await expect.poll(() => shown(one, 'E4')).toBe(e4)

    await one.reload()
    for (const [item, level] of [...given, ['E3', e3], ['E4', e4]] as const) expect([item, await shown(one, item)]).toEqual([item, level])
    await one.goto(`${app.address}#/health`)
    await one.getByRole('button', { name: '逐条核对' }).click()
    await one.locator('[data-ledger]').getByText(/逐条读过 1 个项目/).waitFor()
    await app.close()
  })
})

test('a window whose data were upgraded by a newer program says that it can no longer write, and loses nothing', async () => {
  const app = await launch({})
  opened.push(app)
  const { page } = app
  await app.openSample()
  const level = await mark(page, 'C1')
  const newer = await page.context().newPage()
  await newer.goto(`${app.address}favicon.svg`)
  await newer.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('zhunsheng', 990)
        request.onupgradeneeded = () => {
          request.transaction!.objectStore('meta').put({ key: 'dataVersion', value: 99 })
        }
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      }),
  )
  await page.getByText('另一个窗口已改用新版数据，本窗口不能再写入').waitFor()
  expect(await page.locator('[data-card="C1"] .rule-row.on[data-level]').getAttribute('data-level')).toBe(level)
  await page.getByRole('alert').getByRole('button', { name: '重新载入' }).click()
  await page.getByRole('heading', { name: '本机数据来自更新版本的准绳' }).waitFor()
})
