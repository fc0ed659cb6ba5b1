import type { Locator, Page } from 'playwright-core'
import { giveAnswer, type AnswerGiven } from './answers.js'
import { goToDesk } from './shell.js'

/** Words of METHOD §2. */
export type State = 'scored' | 'notFound' | 'notApplicable' | 'pending' | 'unscored'

export interface ScoreOptions {
  readonly note?: string
  /** A passage of the report to attach; it is selected in the text with the mouse. Several for several passages. */
  readonly quote?: string | readonly string[]
  /** A state instead of an answer; 'unscored' takes the judgement back. */
  readonly state?: Exclude<State, 'scored'>
}

export interface ItemReading {
  readonly state: State
  /** As shown, "2.50"; null without points. */
  readonly points: string | null
  /** What stands in the place of points: 适用, 待核, 名次评完后计分; null where there are points. */
  readonly word: string | null
  /** Full marks as shown. */
  readonly full: string
  readonly note: string
  readonly quotes: readonly string[]
  /** What the card says about saving. */
  readonly saved: string
}

export async function score(page: Page, unit: string, itemId: string, answer: AnswerGiven | null, options: ScoreOptions): Promise<void> {
  const card = await openItem(page, unit, itemId)
  for (const quote of typeof options.quote === 'string' ? [options.quote] : (options.quote ?? [])) await attach(page, quote)
  if (options.note !== undefined) await card.locator('[data-note]').fill(options.note)
  if (options.state === 'unscored') await card.locator('[data-clear]').click()
  else if (options.state) await card.locator(`[data-state-button="${options.state}"]`).click()
  else if (answer) await giveAnswer(card, answer)
  await card.locator('[data-note]').blur()
  await waitForSaved(card)
}

export async function readItem(page: Page, unit: string, itemId: string): Promise<ItemReading> {
  const card = await openItem(page, unit, itemId)
  const state = await page.locator(`[data-item="${itemId}"]`).getAttribute('data-state')
  const result = await card.locator('[data-result]').innerText()
  const points = /(\d+(?:\.\d+)?)\s*\//.exec(result)
  const heading = await card.locator('h2').innerText()
  return {
    state: state as State,
    points: points?.[1] ?? null,
    full: /([\d.]+)\s*分\s*$/.exec(heading)?.[1] ?? '',
    word: points ? null : result.trim(),
    note: await card.locator('[data-note]').inputValue(),
    quotes: await card.locator('[data-evidence] .words').allInnerTexts(),
    saved: await card.locator('[data-save-state]').innerText(),
  }
}

/** Shows an item of a unit on the score desk, by clicking there. */
export async function openItem(page: Page, unit: string, itemId: string): Promise<Locator> {
  await goToDesk(page, '打分')
  const opener = page.locator('[data-unit-switch]')
  await opener.waitFor()
  if ((await opener.getAttribute('title')) !== unit) {
    await opener.click()
    const panel = page.getByRole('dialog', { name: '选择单位' }).or(page.locator('.switch .panel')).first()
    await panel.locator('input').fill(unit)
    // By the whole name: others may begin with it.
    await panel.locator('[data-unit]').filter({ has: page.getByText(unit, { exact: true }) }).first().click()
    await page.locator(`[data-unit-switch][title=${JSON.stringify(unit)}]`).waitFor()
  }
  await page.locator('.desk[aria-busy=false]').waitFor()
  const only = page.locator('.outline .filter input')
  if (await only.isChecked()) await only.uncheck()
  await page.locator(`[data-item="${itemId}"]`).click()
  const card = page.locator(`[data-card="${itemId}"]`)
  await card.waitFor()
  return card
}

/** Selects the quote in the report as a person does, by dragging over it, and attaches it to the current item. */
async function attach(page: Page, quote: string): Promise<void> {
  const before = await page.locator('[data-evidence]').count()
  const ends = await page.evaluate((words) => {
    const article = document.querySelector('.read article, article')
    if (!article) return null
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (node.parentElement?.closest('sup, [data-number], [aria-hidden=true], .meta') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    })
    const nodes: Text[] = []
    let text = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push(node as Text)
      text += node.textContent
    }
    const start = text.indexOf(words.replace(/\n/g, ''))
    if (start < 0) return null
    const end = start + words.replace(/\n/g, '').length
    const place = (offset: number, atEnd: boolean) => {
      let before = 0
      for (const node of nodes) {
        if (atEnd ? offset <= before + node.length : offset < before + node.length) return { node, at: offset - before }
        before += node.length
      }
      return null
    }
    const from = place(start, false)
    const to = place(end, true)
    if (!from || !to) return null
    from.node.parentElement?.scrollIntoView({ block: 'center' })
    const box = (node: Text, at: number) => {
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      return range.getBoundingClientRect()
    }
    const first = box(from.node, from.at)
    const last = box(to.node, to.at - 1)
    return { from: { x: first.left + 1, y: first.top + first.height / 2 }, to: { x: last.right - 1, y: last.top + last.height / 2 } }
  }, quote)
  if (!ends) throw new Error(`the report on screen does not say: ${quote}`)
  await page.mouse.move(ends.from.x, ends.from.y)
  await page.mouse.down()
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 4 })
  await page.mouse.up()
  await page.locator('[data-attach]').click()
  await page.locator('[data-evidence]').nth(before).waitFor()
}

async function waitForSaved(card: Locator): Promise<void> {
  const state = card.locator('[data-save-state]')
  await state.and(card.locator('.done, .failed')).waitFor()
  if ((await state.getAttribute('class'))?.includes('failed')) throw new Error(await state.innerText())
}

/** What the outline says of the parts that follow the base total, and of the total. */
export interface TotalReading {
  /** "88.40"; null while nothing follows the base. */
  readonly total: string | null
  /** bonus, negative, veto → what each does to the total, as shown. */
  readonly sections: Readonly<Record<string, string>>
}

export async function readTotal(page: Page): Promise<TotalReading> {
  const total = page.locator('.outline [data-total]')
  const sections: Record<string, string> = {}
  for (const section of await page.locator('.outline [data-section]').all()) {
    sections[(await section.getAttribute('data-section')) ?? ''] = await section.locator('[data-subtotal]').innerText()
  }
  return { total: (await total.count()) ? await total.innerText() : null, sections }
}
