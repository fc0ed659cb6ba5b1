import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type App } from './driver.js'
import { ownReport } from './ownReport.js'
import { readWorkbook } from '#exchange/excel/readWorkbook'

// What strangers hand in is refused in the user's words and changes nothing; what was said to be written is there.

const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-hostile-'))
const timeLimit = 60_000
/** Every refusal, as it begins in either language. */
type Words = Readonly<Record<'zh' | 'en', RegExp>>

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** Rows of every table, so that "nothing changed" means the database and not the screen. */
function storedCounts(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const wait = <T>(request: IDBRequest<T>) => new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('no answer'))
    })
    const db = await wait(indexedDB.open('zhunsheng'))
    const names = [...db.objectStoreNames]
    const counts = await Promise.all(names.map((name) => wait(db.transaction(name).objectStore(name).count())))
    db.close()
    return Object.fromEntries(names.map((name, index) => [name, counts[index] ?? -1]))
  })
}

async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  await page.getByRole('banner').locator(`button[lang^=${language}]`).click()
  await page.waitForFunction((lang) => document.documentElement.lang.startsWith(lang), language)
}

/** Does the same in both languages and compares what is said. */
async function isRefused(page: Page, say: () => Promise<string>, words: Words): Promise<void> {
  const before = await storedCounts(page)
  for (const language of ['en', 'zh'] as const) {
    await speak(page, language)
    expect(await say()).toMatch(words[language])
  }
  expect(await storedCounts(page)).toEqual(before)
}

describe('bad input is refused in the user’s language and changes nothing', () => {
  let app: App
  let page: Page
  let saved: Uint8Array

  beforeAll(async () => {
    app = await launch()
    page = app.page
    await app.openSample()
    saved = Uint8Array.from(readFileSync(await app.savePackage()))
  }, timeLimit)
  afterAll(() => app.close())

  const reports: readonly (readonly [string, string | Uint8Array, Words])[] = [
    ['empty.txt', '', { zh: /文件是空的/, en: /empty/i }],
    ['blank.txt', ' \r\n\u3000\t\n', { zh: /文件是空的/, en: /empty/i }],
    ['30MB.txt', new Uint8Array(30 * 2 ** 20).fill(97), { zh: /超过单个文件 20\.0 MB 的上限/, en: /20\.0 MB/ }],
    ['picture.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), { zh: /图片/, en: /picture|image/i }],
    ['binary.txt', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + 13) % 256), { zh: /不是纯文本/, en: /not plain text/i }],
    ['nul.txt', `${ownReport}\0`, { zh: /不是纯文本/, en: /not plain text/i }],
    ['rich.txt', '{\\rtf1\\ansi 云澜市}', { zh: /RTF/, en: /RTF/ }],
  ]
  test.each(reports)('report %s', async (name, content, words) => {
    const path = file(name, content)
    await app.goTo('报告入库')
    await isRefused(page, async () => {
      await page.locator('input[type=file]').first().setInputFiles(path)
      const entry = page.getByRole('listitem').filter({ hasText: name })
      await entry.getByRole('button').first().click()
      const notice = page.locator('main [role=alert], main .notice').first()
      const said = await notice.innerText()
      await entry.getByRole('button').last().click()
      await entry.waitFor({ state: 'hidden' })
      return said
    }, words)
  }, timeLimit)

  test('the same report twice is recognised', async () => {
    await app.goTo('报告入库')
    await page.getByLabel('选择报告文件').setInputFiles([file('one.txt', ownReport), file('two.txt', ownReport)])
    const list = page.getByRole('list', { name: '待确认文件' })
    await list.getByText('已跳过').waitFor()
    expect((await list.innerText()).match(/已跳过/g)).toHaveLength(1)
    await page.getByRole('button', { name: '全部移除' }).click()
    await list.waitFor({ state: 'hidden' })
  }, timeLimit)

  test('two units with one name', async () => {
    const standing = (await app.readRanking())[0]?.unit
    await app.goTo('报告入库')
    for (const block of [`新县\t政府\t县级\n新县\t政府\t县级`, `新县(甲)\t政府\t县级\n新县（甲）\t政府\t县级`, `${standing}\t政府\t县级`]) {
      await isRefused(page, async () => {
        await page.getByRole('button', { name: /^(粘贴单位|Paste units)$/ }).click()
        const dialog = page.getByRole('dialog')
        await dialog.locator('textarea').fill(block)
        await dialog.locator('td', { hasText: '▲' }).first().waitFor()
        const words = await dialog.innerText()
        expect(await dialog.getByRole('button', { name: /^(导入 \d+ 个单位|Import)/ }).isDisabled()).toBe(true)
        await dialog.getByRole('button', { name: /^(取消|Cancel)$/ }).click()
        await dialog.waitFor({ state: 'hidden' })
        return words
      }, { zh: /▲ (与第 1 行重名|项目中已有此单位)/, en: /▲ (same name as row 1|already in the project)/i })
    }
  }, timeLimit)

  const rubric = JSON.parse(readFileSync(new URL('../../rubrics/annual-report-quality.json', import.meta.url), 'utf8')) as { groups: { id: string; full: number; children: { full: number }[] }[] }
  const altered = (change: (value: typeof rubric) => void): string => {
    const copy = structuredClone(rubric)
    change(copy)
    return JSON.stringify(copy)
  }
  const rubrics: readonly (readonly [string, string, Words])[] = [
    ['sums.json', altered((value) => { value.groups[0]!.full += 1 }), { zh: /下级合计却是 12 分/, en: /12/ }],
    ['twice.json', altered((value) => { value.groups[1]!.id = value.groups[0]!.id }), { zh: /编号“A”重复/, en: /A.*(twice|again|already|repeat)/i }],
    ['proto.json', JSON.stringify(rubric).replace('{', '{"__proto__":{"full":1},'), { zh: /__proto__ 不认识的字段/, en: /__proto__/ }],
    ['huge-number.json', JSON.stringify(rubric).replace('"full":100', '"full":1e999'), { zh: /类型不对/, en: /number/i }],
    ['deep.json', '['.repeat(100_000) + ']'.repeat(100_000), { zh: /应为对象/, en: /object/i }],
    ['cut.json', JSON.stringify(rubric).slice(0, 5000), { zh: /不是有效的 JSON/, en: /JSON/ }],
  ]
  test.each(rubrics)('rubric %s', async (name, content, words) => {
    const path = file(name, content)
    await page.goto(app.address)
    await isRefused(page, async () => {
      await page.getByRole('button', { name: /^(新建项目|New project)$/ }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.locator('input[type=file]').setInputFiles(path)
      const said = await dialog.locator('.picker .notice, .picker [role=alert]').first().innerText()
      expect(await dialog.locator('button[type=submit]').isDisabled()).toBe(true)
      await dialog.getByRole('button', { name: /^(取消|Cancel)$/ }).click()
      await dialog.waitFor({ state: 'hidden' })
      return said
    }, words)
  }, timeLimit)

  const projectFiles: readonly (readonly [string, () => Uint8Array, Words])[] = [
    ['newer.zhunsheng', () => withManifest((manifest) => { manifest['dataVersion'] = 99 }), { zh: /由更新的程序.*99/, en: /newer/i }],
    ['cut.zhunsheng', () => saved.slice(0, saved.length / 2), { zh: /已损坏/, en: /damaged/i }],
    ['flipped.zhunsheng', () => saved.map((byte, at) => (at === saved.length >> 1 ? byte ^ 0x40 : byte)), { zh: /已损坏/, en: /damaged/i }],
    ['other.zhunsheng', () => zipSync({ 'a.txt': strToU8('你好') }), { zh: /不是准绳的项目文件/, en: /not a .*project file/i }],
    ['bomb.zhunsheng', declaringTooMuch, { zh: /展开有 .* MB，超过上限/, en: /MB/ }],
  ]
  function withManifest(change: (manifest: Record<string, unknown>) => void): Uint8Array {
    const parts = unzipSync(saved)
    const manifest = JSON.parse(strFromU8(parts['manifest.json']!)) as Record<string, unknown>
    change(manifest)
    return zipSync({ ...parts, 'manifest.json': strToU8(JSON.stringify(manifest)) })
  }
  /** A whole project file whose directory declares a gigabyte for its first part. */
  function declaringTooMuch(): Uint8Array {
    const bytes = saved.slice()
    const directory = bytes.findIndex((_, at) => [0x50, 0x4b, 0x01, 0x02].every((byte, index) => bytes[at + index] === byte))
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(directory + 24, 2 ** 30, true)
    return bytes
  }
  test.each(projectFiles)('project file %s', async (name, content, words) => {
    const path = file(name, content())
    await page.goto(app.address)
    await isRefused(page, async () => {
      await page.locator('input[type=file][accept=".zhunsheng"]').setInputFiles(path)
      const dialog = page.getByRole('dialog')
      const said = await dialog.getByRole('alert').first().innerText()
      await dialog.locator('footer').getByRole('button').last().click()
      await dialog.waitFor({ state: 'hidden' })
      return said
    }, words)
  }, timeLimit)

  test('a file that replaces a project puts the former one aside, whole and restorable', async () => {
    await page.goto(app.address)
    await app.openSample()
    const unit = (await page.locator('[data-unit-switch]').getAttribute('title'))!
    await app.score(unit, 'C1', { level: '未提' }, { note: '换掉之前的评语' })
    await app.openPackage(file('same.zhunsheng', saved), { onConflict: 'replace' })
    expect((await app.readItem(unit, 'C1')).note).not.toBe('换掉之前的评语')
    await page.goto(app.address)
    const removed = page.locator('details').filter({ hasText: '最近删除' })
    await removed.locator('summary').click()
    await removed.getByRole('button', { name: '恢复' }).click()
    const rows = page.getByRole('table').first().getByRole('link', { name: /示例/ })
    await expect.poll(() => rows.count()).toBe(2)
    const notes: string[] = []
    for (const at of [0, 1]) {
      await page.goto(app.address)
      await rows.nth(at).click()
      await page.waitForURL(/#\/p\//)
      notes.push((await app.readItem(unit, 'C1')).note)
    }
    expect(notes).toContain('换掉之前的评语')
  }, timeLimit)

  test('nothing of all this was said on the console', () => {
    expect(app.console()).toEqual([])
  })
})

describe('what was said to be written is there', () => {
  const profile = mkdtempSync(join(tmpdir(), 'zhunsheng-profile-'))
  const names = ['甲"县', '甲"县开发区', '=1+1', '<script>alert(1)</script>']
  const unit = names[0]!
  const levels = ['C1', 'C2', 'C6', 'C9', 'D3', 'E3']
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await launch({ profile })
    page = app.page
    await app.createProject({ name: '=2+2 "评估"', year: 2023 })
    await app.addUnits(names.map((name) => ({ name, kind: '政府' as const, level: '县级' as const })))
    await app.signIn('@评估员')
  }, timeLimit)
  afterAll(() => app.close())

  test('marks given as fast as keys can be pressed, then a reload at once: all that was said to be written is there', async () => {
    await app.readItem(unit, 'A1')
    // What the screen says of each write is kept where a reload does not reach.
    await page.evaluate(() => {
      const live = document.querySelector('[data-live]')!
      new MutationObserver(() => sessionStorage.setItem('said', `${sessionStorage.getItem('said') ?? ''} ${live.textContent.split(' ')[0]}`)).observe(live, { childList: true, characterData: true, subtree: true })
    })
    for (const item of levels) {
      await page.locator(`[data-item="${item}"]`).click()
      await page.keyboard.press('1')
      await page.keyboard.press('2')
    }
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.locator('[data-card]').waitFor()
    const said = new Set((await page.evaluate(() => sessionStorage.getItem('said') ?? '')).trim().split(' '))
    expect(said.size).toBeGreaterThan(levels.length / 2)
    // The desk stands before its marks have been read; what was lost never comes.
    for (const item of said) await page.locator(`[data-item="${item}"][data-state="scored"]`).waitFor()
  }, timeLimit)

  test('who leaves in the middle of a note is warned, and who stays has it written', async () => {
    await app.readItem(unit, 'E3')
    const warned = page.waitForEvent('dialog')
    await page.locator('[data-note]').fill('一边写一边关')
    await page.evaluate(() => setTimeout(() => location.reload()))
    const dialog = await warned
    await dialog.dismiss()
    expect(dialog.type()).toBe('beforeunload')
    await page.locator('[data-save-state].done').waitFor()
    await page.reload()
    await page.locator('[data-card]').waitFor()
    expect((await app.readItem(unit, 'E3')).note).toBe('一边写一边关')
  }, timeLimit)

  test('another window’s mark is not taken back by a note begun before it', async () => {
    await app.readItem(unit, 'C1')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.locator('[data-card="C1"]').waitFor()
    await other.locator('[data-save-state].done').waitFor()
    await page.locator('[data-note]').fill('没看见另一窗口')
    await other.keyboard.press('3')
    await other.locator('[data-save-state].done').waitFor()
    await page.locator('[data-note]').blur()
    await page.locator('[data-save-state].failed', { hasText: '另一窗口' }).waitFor()
    expect(await other.locator('[data-result]').innerText()).toMatch(/2\.10/)
    await other.close()
    await page.locator('[data-revert]').click()
    expect(await app.readItem(unit, 'C1')).toMatchObject({ state: 'scored', points: '2.10', note: '' })
  }, timeLimit)

  test('an answer under another rule is open again, not zero, when the unit turns out to be of another kind', async () => {
    await app.score(unit, 'E1', { marks: { party: 1, government: 1 } })
    const pencil = async (kind: string) => {
      await app.goTo('报告入库')
      await page.getByRole('row').filter({ hasText: unit }).first().getByRole('button', { name: '修改' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('combobox', { name: /机关类型/ }).selectOption({ label: kind })
      await dialog.getByRole('button', { name: '保存修改' }).click()
      await dialog.waitFor({ state: 'hidden' })
    }
    await pencil('部门')
    expect(await app.readItem(unit, 'E1')).toMatchObject({ state: 'pending', points: null })
    expect((await app.readRanking()).find((row) => row.unit === unit)).toMatchObject({ pending: 1, rank: null })
    await pencil('政府')
    expect(await app.readItem(unit, 'E1')).toMatchObject({ state: 'scored', points: '2.00' })
  }, timeLimit)

  test('names and notes that begin like formulas stay text in the workbook', async () => {
    const note = '=HYPERLINK("http://x")\n"引号",+1'
    await app.score('=1+1', 'C1', { level: '未提' }, { note })
    const workbook = readWorkbook(readFileSync(await app.exportWorkbook()))
    if (!workbook.ok) throw new Error(workbook.problem.kind)
    const cells = workbook.value.flatMap((sheet) => [...sheet.cells.values()])
    for (const text of [...names, note]) {
      const found = cells.filter((cell) => cell.value === text)
      expect(found.length, text).toBeGreaterThan(0)
      expect(found.every((cell) => cell.formula === undefined), text).toBe(true)
    }
  }, timeLimit)

  test('a crash loses nothing of it', async () => {
    const before = await app.readItem(unit, 'E3')
    await app.score(unit, 'D4', { level: '提及' })
    await app.kill()
    app = await launch({ profile })
    page = app.page
    await app.openProject('=2+2 "评估"')
    expect(await app.readItem(unit, 'D4')).toMatchObject({ state: 'scored', points: '1.50' })
    expect(await app.readItem(unit, 'E3')).toMatchObject({ state: before.state, points: before.points, note: before.note })
    expect(app.console()).toEqual([])
  }, timeLimit)
})

test('the driver runs under plain tsx, without Vitest', () => {
  const script = file('drive.mts', `
    import { launch } from ${JSON.stringify(fileURLToPath(new URL('./driver.ts', import.meta.url)))}
    const app = await launch()
    await app.openSample()
    const rows = await app.readRanking()
    await app.close()
    console.log('units', rows.length)
  `)
  const tsx = createRequire(import.meta.url).resolve('tsx/cli')
  const run = spawnSync(process.execPath, [tsx, script], { encoding: 'utf8' })
  expect([run.stderr, run.stdout.trim()]).toEqual(['', 'units 8'])
}, timeLimit)
