import type { Locator, Page } from 'playwright-core'
import { giveAnswer, type AnswerGiven } from './answers.js'

/** A unit that mentions the phrase, with its places as they stand in the list. */
export interface SearchRow {
  readonly unit: string
  readonly count: number
  readonly places: readonly SearchPlace[]
}

export interface SearchPlace {
  /** Chapter and page, "二、(三) · 第 2 页". */
  readonly place: string
  /** What was found. */
  readonly quote: string
  /** The line around it, as far as it is shown. */
  readonly context: string
  /** The word that turns it round (尚未); null = none. */
  readonly negative: string | null
}

export interface SearchReading {
  /** "32 家提到，5 家未提到". */
  readonly summary: string
  readonly rows: readonly SearchRow[]
  /** Units with a report that does not mention it. */
  readonly without: readonly string[]
  readonly noReport: readonly string[]
}

/** Searches all reports of the open project, from the header, and reads the whole result list by scrolling through it. */
export async function search(page: Page, phrase: string): Promise<SearchReading> {
  await page.getByRole('banner').getByRole('link', { name: /^(检索|Search)/ }).click()
  const box = page.locator('[data-search]')
  await box.fill(phrase)
  const bar = page.locator('.bar[aria-busy=false]')
  await page.waitForFunction((asked) => new URLSearchParams(location.hash.split('?')[1] ?? '').get('q') === asked, phrase)
  await bar.waitFor()
  const summary = await page.locator('[data-summary] b').innerText()
  const without = await listOf(page, 'without')
  const noReport = await listOf(page, 'noReport')
  await page.locator('[data-tab=with]').click()
  return { summary, rows: await readRows(page), without, noReport }
}

async function listOf(page: Page, tab: 'without' | 'noReport'): Promise<string[]> {
  const button = page.locator(`[data-tab=${tab}]`)
  if (!(await button.count())) return []
  await button.click()
  return page.locator('[data-unit-without]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-unit-without') ?? ''))
}

/** Only lines in sight are drawn: reads them from the top to the bottom. */
async function readRows(page: Page): Promise<SearchRow[]> {
  const list = page.locator('[data-results]')
  if (!(await list.count())) return []
  const rows: { unit: string; count: number; places: SearchPlace[] }[] = []
  const seen = new Set<string>()
  await list.evaluate((box) => { box.scrollTop = 0 })
  for (;;) {
    // Chapters come with the text of the report.
    await page.waitForFunction(() => [...document.querySelectorAll('[data-results] .place')].every((place) => place.textContent !== ''))
    const lines = await list.evaluate((box) => [...box.querySelectorAll<HTMLElement>('.row')].map((row) => ({
      unit: row.dataset['unitRow'] ?? row.dataset['hit'] ?? '',
      isHeading: row.dataset['unitRow'] !== undefined,
      count: Number(row.dataset['count'] ?? 0),
      start: row.dataset['start'] ?? '',
      place: row.querySelector('.place')?.textContent ?? '',
      quote: row.querySelector('mark')?.textContent ?? '',
      context: `${row.querySelector('.before')?.textContent ?? ''}${row.querySelector('.after')?.textContent ?? ''}`,
      negative: row.querySelector('.tone')?.textContent?.replace('▽', '').trim() || null,
    })))
    for (const line of lines) {
      let unit = rows.find((row) => row.unit === line.unit)
      if (!unit) rows.push((unit = { unit: line.unit, count: line.count, places: [] }))
      const key = `${line.unit} ${line.start} ${line.quote}`
      if (line.isHeading || seen.has(key)) continue
      seen.add(key)
      unit.places.push({ place: line.place, quote: line.quote, context: line.context, negative: line.negative })
    }
    const moved = await list.evaluate((box) => {
      const before = box.scrollTop
      box.scrollTop += box.clientHeight / 2
      return box.scrollTop > before
    })
    if (!moved) return rows
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  }
}

export interface AcrossAnswer {
  readonly unit: string
  readonly answer: AnswerGiven | null
  /** A state instead of an answer. */
  readonly state?: 'notFound' | 'pending' | 'notApplicable' | 'unscored'
  readonly note?: string
  /** Attaches the best proposed passage. */
  readonly attach?: boolean
}

export interface AcrossReading {
  readonly unit: string
  readonly state: string
  /** "1.50 / 2", or what stands in its place. */
  readonly result: string
  readonly evidence: number
  readonly saved: string
}

/** Scores one item unit after unit in the view across units; what its cards say afterwards, in the order given. */
export async function scoreAcross(page: Page, itemId: string, answers: readonly AcrossAnswer[]): Promise<AcrossReading[]> {
  const project = /#\/p\/([^/?]+)/.exec(page.url())?.[1]
  if (!project) throw new Error('no project is open')
  await page.evaluate((hash) => { location.hash = hash }, `#/p/${project}/across/${itemId}`)
  await page.locator(`[data-across-item="${itemId}"]`).waitFor()
  await page.locator('.desk[aria-busy=false]').waitFor()
  const readings: AcrossReading[] = []
  for (const given of answers) {
    const card = await cardOf(page, given.unit)
    if (given.attach) await card.locator('[data-attach-passage][aria-pressed=false]').first().click()
    if (given.note !== undefined) await card.locator('[data-note]').fill(given.note)
    if (given.state === 'unscored') await card.locator('[data-clear]').click()
    else if (given.state) await card.locator(`[data-state-button="${given.state}"]`).click()
    else if (given.answer !== null) await giveAnswer(card, given.answer)
    await card.locator('[data-note]').blur()
    const saved = card.locator('[data-save-state]')
    await saved.and(card.locator('.done, .failed')).waitFor()
    if ((await saved.getAttribute('class'))?.includes('failed')) throw new Error(await saved.innerText())
    readings.push(await readCard(card, given.unit))
  }
  return readings
}

/** The card of a unit, in whichever group it is; far ones are drawn when they come near. */
async function cardOf(page: Page, unit: string): Promise<Locator> {
  const row = page.locator(`[data-unit-name=${JSON.stringify(unit)}]`)
  const groups = page.locator('[data-group]')
  if (!(await row.count()) && (await groups.count())) {
    for (const value of await groups.locator('option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value))) {
      await groups.selectOption(value)
      if (await row.count()) break
    }
  }
  await row.scrollIntoViewIfNeeded()
  const card = page.locator(`[data-unit-card=${JSON.stringify(unit)}][aria-busy=false]`)
  await card.waitFor()
  return card
}

async function readCard(card: Locator, unit: string): Promise<AcrossReading> {
  return {
    unit,
    state: (await card.getAttribute('data-state')) ?? '',
    result: await card.locator('[data-result]').innerText(),
    evidence: await card.locator('[data-evidence]').count(),
    saved: await card.locator('[data-save-state]').innerText(),
  }
}
