import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launch, type App, type ItemReading } from './driver.js'
import { ownReport } from './ownReport.js'
import { sha256 } from '#core/digest/sha256'
import { readProjectFile } from '#exchange/package/readProjectFile'

// What a mark rests on: passages, words searched for, outside proofs, counts of the program. It survives a reload and goes into the file.

const unit = '云澜市人民政府'
const twoQuotes = ['抽查案卷180宗', '培训执法人员415人次,考试合格率为97.8%']
/** One pixel. */
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
const proof = { address: 'https://www.example.gov.cn/fzzf/2023.html', seenOn: '2024-03-05', note: '年度报告专栏', file: '专栏.png' }

async function aDesk(): Promise<{ app: App; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'zhunsheng-evidence-'))
  writeFileSync(join(folder, '云澜市.txt'), ownReport)
  writeFileSync(join(folder, proof.file), png)
  const app = await launch({ build: 'pwa', profile: mkdtempSync(join(tmpdir(), 'zhunsheng-profile-')), offline: true })
  await app.createProject({ name: '2023 年度报告评估', year: 2023 })
  await app.importReports([join(folder, '云澜市.txt')], { confirm: 'proposals' })
  await app.signIn('甲组01')
  return { app, folder }
}

function groundsOf({ state, points, quotes, searched, proofs, accepted }: ItemReading) {
  return { state, points, quotes, searched, proofs, accepted }
}

test('passages, words searched for, an outside proof and an accepted count stand after a reload and in the project file', async () => {
  const { app, folder } = await aDesk()
  await app.score(unit, 'C5', { marks: { 三项制度与裁量基准: 0, 案卷评查等执法监督: 1, 人员资格与培训: 1, 重点领域执法: 0, 方式创新或协同: 0 } }, { quotes: twoQuotes })
  await app.score(unit, 'C9', null, { state: 'notFound', searched: ['一网通办'] })
  await app.score(unit, 'A1', { date: '2024-01-29' }, { proofs: [{ ...proof, file: join(folder, proof.file) }] })
  await app.score(unit, 'B4', null, { accept: true })

  const readAll = async () => [
    groundsOf(await app.readItem(unit, 'C5')),
    groundsOf(await app.readItem(unit, 'C9')),
    groundsOf(await app.readItem(unit, 'A1')),
    groundsOf(await app.readItem(unit, 'B4')),
  ]
  const none = { quotes: [], searched: [], proofs: [], accepted: null }
  const before = await readAll()
  expect(before).toEqual([
    { ...none, state: 'scored', points: '2.00', quotes: twoQuotes },
    { ...none, state: 'notFound', points: '0.00', searched: expect.arrayContaining(['数字', '一网通办']) as unknown },
    { ...none, state: 'scored', points: '5.00', proofs: [proof] },
    { ...none, state: 'scored', points: expect.any(String) as unknown, accepted: expect.stringMatching(/^全文 \d+ 字/) as unknown },
  ])
  await app.page.reload()
  await app.page.locator('[data-card]').waitFor()
  expect(await readAll()).toEqual(before)
  // The picture is shown from the bytes that were kept.
  await app.readItem(unit, 'A1')
  await expect.poll(() => app.page.locator('[data-proof-picture] img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1)

  const opened = readProjectFile(readFileSync(await app.savePackage()))
  if (!opened.ok) throw new Error(opened.problem.kind)
  const { entries, attachments } = opened.value.snapshot
  const last = (item: string) => entries.findLast(({ itemId }) => itemId === item)
  expect([...attachments].map(([hash, bytes]) => [hash, Buffer.from(bytes).equals(png)])).toEqual([[sha256(png), true]])
  expect(last('A1')?.proofs).toEqual([{ ...proof, file: { hash: sha256(png), name: proof.file, sizeBytes: png.length, mediaType: 'image/png' } }])
  expect([last('C5')?.evidence.map(({ quote }) => quote), last('C9')?.searched, last('B4')?.accepted?.measure]).toEqual([twoQuotes, before[1]?.searched, 'length'])

  // An answer of one's own is no longer the one that was accepted.
  await app.score(unit, 'B4', { value: 400 })
  expect((await app.readItem(unit, 'B4')).accepted).toBe(null)
  expect([app.foreignRequests(), app.console()]).toEqual([[], []])
  await app.close()
}, 180_000)

test('the proposed passages are walked, attached and adjusted by keys; nothing is marked by that', async () => {
  const { app } = await aDesk()
  const proposed = (await app.readItem(unit, 'D3')).passages
  expect(proposed.map(({ negative, attached }) => [negative, attached])).toEqual([['含“滞后”', false], ['含“不够”', false], ['含“不足”', false]])
  // Nothing is attached unseen: before the first step the key asks for one.
  await app.page.keyboard.press('e')
  expect(await app.page.locator('[data-evidence]').count()).toBe(0)
  await app.page.keyboard.press(']')
  await app.page.keyboard.press('e')
  await app.page.locator('[data-evidence]').nth(0).waitFor()
  await app.page.keyboard.press(']')
  await app.page.keyboard.press('Enter')
  await app.page.locator('[data-evidence]').nth(1).waitFor()
  const read = await app.readItem(unit, 'D3')
  expect([read.state, read.quotes, read.passages.map(({ attached }) => attached)]).toEqual(['unscored', proposed.slice(0, 2).map(({ words }) => words), [true, true, false]])

  // The first is set to another extent: what is attached next takes its place.
  await app.page.locator('[data-evidence="0"] [data-reassign]').click()
  await app.page.keyboard.press('[')
  await app.page.keyboard.press('e')
  await expect.poll(() => app.page.locator('[data-evidence] .words').allInnerTexts()).toEqual([proposed[2]?.words, proposed[1]?.words])

  // In a field the same keys are letters.
  await app.page.locator('[data-note]').fill('')
  await app.page.locator('[data-note]').pressSequentially(']e[')
  expect([await app.page.locator('[data-note]').inputValue(), await app.page.locator('[data-evidence]').count()]).toEqual([']e[', 2])

  // What lies over the report is told in words, too.
  await app.page.locator('[data-marks-button]').click()
  await app.page.locator('[data-mark-list] button', { hasText: '不足和原因 · 占全文' }).click()
  expect(await app.page.locator('[data-mark-list]').count()).toBe(0)
  expect(app.console()).toEqual([])
  await app.close()
}, 120_000)
