import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launch } from './driver.js'
import { ownQuote, ownReport } from './ownReport.js'
import { changeParagraph, itemFates, openPanel, openReport, orphansShown, reopenChosen, textHash, undoLast } from './pages/readingPage.js'

// One report in the hands of its reader: its text is mended under cited passages, and a new version takes its place.

const unit = '云澜市人民政府'
const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-reading-'))

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('a change of the text says what became of the evidence, and undoing it brings it home', async () => {
  const app = await launch({ offline: true })
  const { page } = app
  await app.createProject({ name: '阅读', year: 2023 })
  await app.importReports([file('云澜市.txt', ownReport)], { confirm: 'proposals' })
  await app.signIn('甲组01')
  await app.score(unit, 'C1', { level: '只表态' }, { note: '没有事项', quote: '公布权责清单1份' })
  await app.score(unit, 'C2', { level: '只表态' }, { note: '没有事项', quote: ownQuote })
  await openReport(page, unit)
  const before = await textHash(page)

  expect(await changeParagraph(page, '列入事项6件', '列入决策事项16件')).toBe('已保存。1 处依据位置不变，1 处依据已随文移动')
  expect(await orphansShown(page)).toEqual([])
  expect(await changeParagraph(page, '公布权责清单1份', '公布权责清单2份')).toBe('已保存。1 处依据位置不变，1 处需重新确认')
  expect(await orphansShown(page)).toEqual(['C1 · 甲组01'])
  const edited = await textHash(page)
  expect(edited).not.toBe(before)

  await openPanel(page, 'text')
  expect(await page.locator('[data-edit] .who > span').allInnerTexts()).toEqual([expect.stringContaining('甲组01'), expect.stringContaining('甲组01')])
  await page.locator('[data-residue=font-size-bar]').getByRole('button', { name: '放回', exact: true }).click()
  await page.locator('[data-residue=font-size-bar]').getByText('已放回 1').waitFor()
  expect(await page.locator('.clean .line').first().innerText()).toContain('字号')
  await undoLast(page)
  expect(await page.locator('.clean .line').first().innerText()).not.toContain('字号')
  await undoLast(page)
  expect(await orphansShown(page)).toEqual([])
  await undoLast(page)
  expect(await textHash(page)).toBe(before)
  await app.close()
}, 90_000)

test('a new version reopens only the items whose passages changed', async () => {
  const app = await launch({ offline: true })
  const { page } = app
  await app.createProject({ name: '新版', year: 2023 })
  await app.importReports([file('云澜市旧.txt', ownReport)], { confirm: 'proposals' })
  await app.signIn('甲组01')
  const cited = { C1: '公布权责清单1份', C2: ownQuote, C6: '三是普法形式较为单一' } as const
  for (const [item, quote] of Object.entries(cited)) await app.score(unit, item, { level: '只表态' }, { note: '没有事项', quote })

  const renewed = ownReport.replace('开展案卷评查2轮', '开展案卷评查3轮').replace('三是普法形式较为单一。', '').replace('现将有关情况报告如下。', '现报告如下。')
  await app.importReports([file('云澜市新.txt', renewed)], { confirm: 'proposals' })
  await openReport(page, unit)
  await openPanel(page, 'versions')
  await page.getByRole('link', { name: '与现行版本比较' }).click()
  expect(await itemFates(page)).toEqual({ C1: 'stayed', C2: 'changed', C6: 'vanished' })
  expect(await page.locator('[data-count=changed] b').innerText()).toBe('3')

  expect(await reopenChosen(page)).toBe('已改为待核：2 项')
  const states: Record<string, string> = {}
  for (const item of Object.keys(cited)) states[item] = (await app.readItem(unit, item)).state
  expect(states).toEqual({ C1: 'scored', C2: 'pending', C6: 'pending' })
  await app.close()
}, 90_000)
