import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { launch, type App } from './driver.js'

// The work is a file. Headless browsers show no pickers: the question is answered with a file of the browser's own folder, whose handle is a
// real one. What the person sees and presses is the program's.

/** Answers the pickers, lets permission be lost, and gives hands to what "somebody else" does to the file. */
function playPickers(): void {
  const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('stick', { create: true })
  const state = { permission: 'granted' as PermissionState }
  const prototype = FileSystemFileHandle.prototype as unknown as Record<string, unknown>
  prototype['queryPermission'] = async () => state.permission
  prototype['requestPermission'] = async () => (state.permission = 'granted')
  const stick = {
    state,
    names: async () => {
      const names: string[] = []
      for await (const name of (await folder()).keys()) names.push(name)
      return names.sort()
    },
    bytes: async (name: string) => [...new Uint8Array(await (await (await (await folder()).getFileHandle(name)).getFile()).arrayBuffer())],
    write: async (name: string, bytes: number[]) => {
      const stream = await (await (await folder()).getFileHandle(name, { create: true })).createWritable()
      await stream.write(new Uint8Array(bytes))
      await stream.close()
    },
    remove: async (name: string) => (await folder()).removeEntry(name),
    next: '',
  }
  Object.assign(window, {
    stick,
    showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) => (await folder()).getFileHandle(stick.next || suggestedName, { create: true }),
    showOpenFilePicker: async () => [await (await folder()).getFileHandle(stick.next)],
  })
}

interface Stick {
  readonly state: { permission: PermissionState }
  readonly names: () => Promise<string[]>
  readonly bytes: (name: string) => Promise<number[]>
  readonly write: (name: string, bytes: number[]) => Promise<void>
  readonly remove: (name: string) => Promise<void>
  next: string
}

function onStick<T>(page: Page, run: (stick: Stick, given: string) => Promise<T> | T, given = ''): Promise<T> {
  return page.evaluate(`(${run.toString()})(window.stick, ${JSON.stringify(given)})`) as Promise<T>
}

const project = '示例：2024年度法治政府建设年度报告评估'
const fileName = `${project}.zhunsheng`

async function openSample(app: App): Promise<void> {
  await app.page.addInitScript(playPickers)
  await app.page.reload()
  await app.openSample()
  await app.signIn('乙组07')
}

const barOf = (page: Page) => page.locator('[data-work-status]')

test('saved to a file that is chosen, then by itself, and read again after a restart with one click', async () => {
  const app = await launch()
  const { page } = app
  await openSample(app)
  expect(await barOf(page).innerText()).toContain('尚未存到文件')
  await page.getByRole('contentinfo').getByRole('button', { name: '存到文件' }).click()
  await expect.poll(() => barOf(page).innerText()).toMatch(new RegExp(`^最近保存到 ${fileName}，\\d\\d:\\d\\d$`))
  const first = await onStick(page, (stick, name) => stick.bytes(name), fileName)

  await app.goTo('报告入库')
  await app.addUnits([{ name: '云澜市人民政府', kind: '政府', level: '市级' }])
  await expect.poll(() => barOf(page).innerText()).toContain('有改动尚未存到文件')
  await expect.poll(() => barOf(page).innerText(), { timeout: 15_000 }).toMatch(/^最近保存到[^▲○]*$/)
  const second = await onStick(page, (stick, name) => stick.bytes(name), fileName)
  expect(second).not.toEqual(first)

  // A restart: the browser forgets the permission.
  await page.addInitScript(() => { (window as unknown as { stick: { state: { permission: string } } }).stick.state.permission = 'prompt' })
  await page.reload()
  await expect.poll(() => barOf(page).innerText()).toContain('需要再授权')
  await page.getByRole('contentinfo').getByRole('button', { name: '授权并保存' }).click()
  await expect.poll(() => barOf(page).innerText()).toMatch(/^最近保存到/)
  expect(app.console().filter((line) => line.startsWith('error'))).toEqual([])
  await app.close()
}, 120_000)

test('somebody else changed the file: nothing is written over, and each way out does what it says', async () => {
  const app = await launch()
  const { page } = app
  await openSample(app)
  await page.getByRole('contentinfo').getByRole('button', { name: '存到文件' }).click()
  await expect.poll(() => barOf(page).innerText()).toMatch(/^最近保存到/)
  const ours = await onStick(page, (stick, name) => stick.bytes(name), fileName)

  await app.goTo('成果')
  await onStick(page, (stick, name) => stick.write(name, [1, 2, 3]), fileName)
  await page.getByRole('main').getByRole('button', { name: '立即保存' }).click()
  await expect.poll(() => barOf(page).innerText()).toContain('在别处被改动过，没有覆盖')
  expect(await onStick(page, (stick, name) => stick.bytes(name), fileName)).toEqual([1, 2, 3])
  await page.locator('[data-outside=copy]').click()
  await page.getByRole('alert').filter({ hasText: '外面那份读不出来' }).first().waitFor()

  // Overwriting wants the word.
  expect(await page.locator('[data-outside=overwrite]').isDisabled()).toBe(true)
  await page.locator('input[name=overwrite]').fill('覆盖')
  await page.locator('[data-outside=overwrite]').click()
  await expect.poll(() => barOf(page).innerText()).toMatch(/^最近保存到/)
  expect((await onStick(page, (stick, name) => stick.bytes(name), fileName)).length).toBeGreaterThan(1000)

  // A sound file of the same project from elsewhere is opened beside ours.
  await onStick(page, async (stick, given) => {
    const [name, bytes] = JSON.parse(given)
    await stick.write(name, bytes)
  }, JSON.stringify([fileName, ours]))
  await page.getByRole('main').getByRole('button', { name: '立即保存' }).click()
  await page.locator('[data-outside=copy]').click()
  await page.getByRole('main').getByRole('link', { name: `${project}（外面的一份）` }).waitFor()
  await page.getByRole('main').getByRole('link', { name: project, exact: true }).click()
  await app.goTo('成果')
  await onStick(page, (stick) => { stick.next = '另一份.zhunsheng' })
  await page.locator('[data-outside=save-as]').click()
  await expect.poll(() => barOf(page).innerText()).toContain('最近保存到 另一份.zhunsheng')
  expect(await onStick(page, (stick, name) => stick.bytes(name), fileName)).toEqual(ours)

  // Moved away.
  await onStick(page, (stick) => stick.remove('另一份.zhunsheng'))
  await page.getByRole('main').getByRole('button', { name: '立即保存' }).click()
  await expect.poll(() => barOf(page).innerText()).toContain('找不到 另一份.zhunsheng')
  await app.close()
}, 120_000)

test('sealed: asked for on opening, told from damage, and never written in clear', async () => {
  const app = await launch()
  const { page } = app
  await openSample(app)
  await page.getByRole('contentinfo').getByRole('button', { name: '存到文件' }).click()
  await expect.poll(() => barOf(page).innerText()).toMatch(/^最近保存到/)
  await app.goTo('成果')
  await page.locator('[data-act=seal]').click()
  await page.locator('input[name=passphrase]').fill('准绳 2025')
  await page.locator('input[name=passphrase-again]').fill('准绳 2025')
  await page.getByRole('button', { name: '加密', exact: true }).click()
  await page.getByText('文件已加密并读回核对').waitFor()
  const sealed = await onStick(page, (stick, name) => stick.bytes(name), fileName)
  expect(Buffer.from(sealed).includes('zhunsheng.sealed')).toBe(true)
  expect(Buffer.from(sealed).includes('manifest.json')).toBe(false)
  await app.savePackage().then((path) => expect(readFileSync(path).includes('manifest.json')).toBe(false))

  // After a restart the passphrase is gone from memory, a wrong one is refused, the right one goes on.
  await page.reload()
  await expect.poll(() => barOf(page).innerText()).toContain('已加密，输入口令后继续保存')
  await page.locator('input[name=unlock]').fill('不对')
  await page.getByRole('button', { name: '确认' }).click()
  await page.getByText('口令不对').waitFor()
  await page.locator('input[name=unlock]').fill('准绳 2025')
  await page.getByRole('button', { name: '确认' }).click()
  await expect.poll(() => barOf(page).innerText()).toMatch(/^最近保存到/)

  // On another computer.
  const other = await launch()
  await other.page.addInitScript(playPickers)
  await other.page.reload()
  await onStick(other.page, async (stick, given) => {
    await stick.write('带走.zhunsheng', JSON.parse(given))
    stick.next = '带走.zhunsheng'
  }, JSON.stringify(sealed))
  await other.page.locator('button', { hasText: '打开项目文件' }).click()
  const dialog = other.page.getByRole('dialog')
  await dialog.locator('input[name=file-passphrase]').fill('不对')
  await dialog.getByRole('button', { name: '打开', exact: true }).click()
  await dialog.getByText('口令不对').waitFor()
  await dialog.locator('input[name=file-passphrase]').fill('准绳 2025')
  await dialog.getByRole('button', { name: '打开', exact: true }).click()
  await other.page.waitForURL(/#\/p\//)
  await expect.poll(() => barOf(other.page).innerText()).toMatch(/^最近保存到 带走\.zhunsheng/)
  await other.close()
  await app.close()
}, 180_000)

test.each(['pwa', 'file'] as const)('%s: a copy is kept, restored after a look at what it holds, and the restoring taken back', async (build) => {
  const app = await launch({ build })
  const { page } = app
  await app.openSample()
  await app.goTo('成果')
  const card = page.getByRole('region', { name: '备份' })
  await expect.poll(() => card.innerText()).toContain(build === 'pwa' ? '浏览器自己的文件夹' : '另一个本机数据库')
  await card.locator('input[name=copy-name]').fill('合议前')
  await card.getByRole('button', { name: '留一份备份' }).click()
  await card.locator('[data-copies] li', { hasText: '合议前' }).waitFor()

  await app.goTo('报告入库')
  await app.addUnits([{ name: '云澜市人民政府', kind: '政府', level: '市级' }])
  await app.goTo('成果')
  await card.locator('[data-copies] li', { hasText: '合议前' }).getByRole('button', { name: '恢复……' }).click()
  const dialog = page.getByRole('dialog')
  // What is here now is counted while the dialog stands already.
  await expect.poll(async () => {
    const [inCopy, here] = await dialog.getByRole('row', { name: /被评单位/ }).locator('td').allInnerTexts()
    return Number(here) - Number(inCopy)
  }).toBe(1)
  await dialog.locator('[data-restore=replace]').click()
  await card.locator('[data-act=take-back]').waitFor()
  expect(await unitNames(app)).not.toContain('云澜市人民政府')

  await app.goTo('成果')
  await card.locator('[data-act=take-back]').click()
  await expect.poll(() => card.locator('[data-act=take-back]').count()).toBe(0)
  expect(await unitNames(app)).toContain('云澜市人民政府')
  expect(app.console().filter((line) => line.startsWith('error'))).toEqual([])
  await app.close()
}, 120_000)

async function unitNames(app: App): Promise<string> {
  await app.goTo('报告入库')
  await app.page.getByRole('table').getByRole('row').nth(1).waitFor()
  return app.page.getByRole('main').innerText()
}

test('a day of changes in no file is said across the page', async () => {
  const app = await launch()
  const { page } = app
  await app.createProject({ name: '一天以后', year: 2024 })
  expect(await page.locator('[data-stale-file]').count()).toBe(0)
  await page.clock.install({ time: Date.now() + 25 * 60 * 60_000 })
  await page.reload()
  await page.locator('[data-stale-file]').filter({ hasText: '还没有存到过文件' }).waitFor()
  await page.getByRole('button', { name: '稍后' }).click()
  expect(await page.locator('[data-stale-file]').count()).toBe(0)
  await app.close()
}, 60_000)
