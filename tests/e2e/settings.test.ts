import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type App } from './driver.js'

// Settings that change after the scores are in: the effect is shown before, the reason is kept, a package carries both.

const timeLimit = 120_000
const rubric = 'case-file-review'

describe('settings of a standing project', () => {
  let app: App

  beforeAll(async () => { app = await launch({ offline: true }) }, timeLimit)
  afterAll(() => app.close())

  async function standings(): Promise<unknown> {
    return (await app.readRanking()).map(({ unit, rank, total, band, range, provisional }) => ({ unit, rank, total, band, range, provisional }))
  }

  test('before anybody has scored they are changed from the list of projects', async () => {
    await app.createProject({ name: '改规则', year: 2024, rubric, settings: { decimals: 3, bands: [{ name: '合格', from: 60 }, { name: '不合格', from: 0 }] } })
    await app.addUnits([{ name: '甲局', kind: '部门', level: '县级' }, { name: '乙局', kind: '部门', level: '县级' }])
    expect(await app.changeSettings({ decimals: 1 }, '一位小数即可', { by: '项目负责人' })).toBeNull()
    await app.signIn('评查组01')
    // 3 of A1 and nothing else: from 3 to 100.
    await app.score('甲局', 'A1', { passed: true })
    await app.score('乙局', 'A1', { passed: false })
    expect(await standings()).toEqual([
      { unit: '乙局', rank: null, total: null, band: null, range: ['0.0', '97.0'], provisional: true },
      { unit: '甲局', rank: null, total: null, band: null, range: ['3.0', '100.0'], provisional: true },
    ])
  }, timeLimit)

  test('the effect is said before, and is what the ranking then shows', async () => {
    const effect = await app.changeSettings({ decimals: 2, rankProvisional: true, bands: [{ name: '好', from: 99 }, { name: '中', from: 98 }, { name: '差', from: 0 }], quota: { band: '好', percent: 50 }, tieBreak: [{ dimension: 'B' }, 'fewerDeductions'] }, '按会议纪要')
    // Both gain a place; the higher end of 乙局 is below 98, so that its band is settled.
    expect(effect).toEqual({ ranks: 2, bands: 1 })
    expect(await standings()).toEqual([
      { unit: '甲局', rank: 1, total: null, band: null, range: ['3.00', '100.00'], provisional: true },
      { unit: '乙局', rank: 2, total: null, band: '差', range: ['0.00', '97.00'], provisional: true },
    ])
  }, timeLimit)

  test('unsound bands are refused in words, and nothing changes', async () => {
    const before = await standings()
    await expect(app.changeSettings({ bands: [{ name: '好', from: 60 }, { name: '中', from: 70 }, { name: '差', from: 0 }] }, '试一试')).rejects.toThrow('等次的起始分应由高到低')
    await expect(app.changeSettings({ bands: [{ name: '好', from: 60 }, { name: '差', from: 10 }], quota: null }, '试一试')).rejects.toThrow('最低一档应从 0 分起')
    await expect(app.changeSettings({ decimals: 0 }, ' ')).rejects.toThrow('请填写理由')
    expect(await standings()).toEqual(before)
  }, timeLimit)

  test('who, why, from what and to what is kept, and goes into the package', async () => {
    const path = await app.savePackage()
    await app.openPackage(path, { onConflict: 'copy' })
    await app.goTo('排名')
    await app.page.locator('[data-change-settings]').click()
    const history = app.page.locator('[data-settings-history]')
    await history.locator('summary').click()
    const entries = (await history.locator('li').allInnerTexts()).map((entry) => entry.replace(/^\S+ /, '').split('\n').map((line) => line.trim()).filter((line) => line !== ''))
    expect(entries).toEqual([
      [
        '评查组01：按会议纪要', '显示小数位：1 → 2', expect.stringMatching(/^同分时依次再比：不再比 → 一级指标 B .+，再比负面清单扣分少者在前$/), '未评完的单位：不参加排名 → 参加排名，标为暂定',
        '等次：合格 ≥ 60、不合格 ≥ 0 → 好 ≥ 99、中 ≥ 98、差 ≥ 0', '等次名额：不限名额 → “好”至多 50%',
      ],
      ['项目负责人：一位小数即可', '显示小数位：3 → 1'],
    ])
    // With the dialog open, axe finds nothing to object to.
    await app.page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
    expect(await app.page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run: (where: Document, options: object) => Promise<{ violations: { id: string }[] }> } }
      return (await axe.run(document, { resultTypes: ['violations'] })).violations.map(({ id }) => id)
    })).toEqual([])
    await app.page.keyboard.press('Escape')
  }, timeLimit)

  test('nothing was asked for beyond the origin, nothing was said on the console', () => {
    expect({ foreign: app.foreignRequests(), said: app.console() }).toEqual({ foreign: [], said: [] })
  })
})
