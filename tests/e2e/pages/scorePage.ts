import type { Locator, Page } from 'playwright-core'
import { giveAnswer, type AnswerGiven } from './answers.js'
import { goToDesk } from './shell.js'

/** Words of METHOD §2. */
export type State = 'scored' | 'notFound' | 'notApplicable' | 'pending' | 'unscored'

export interface ScoreOptions {
  readonly note?: string
  /** A passage of the report to attach; it is selected in the text with the mouse. Several for several passages. */
  readonly quote?: string | readonly string[]
  /** The same as several of `quote`. */
  readonly quotes?: readonly string[]
  /** Searched for in the report, one after the other, before the mark is given; recorded with the state 'notFound', beside the cue words. */
  readonly searched?: readonly string[]
  /** Added to those that stand. */
  readonly proofs?: readonly ProofGiven[]
  /** Takes what the program counted, in the place of an answer. */
  readonly accept?: boolean
  /** A state instead of an answer; 'unscored' takes the judgement back. */
  readonly state?: Exclude<State, 'scored'>
}

/** An outside proof as a person enters it; what is left out stays empty, the day as the dialog proposes it (today). */
export interface ProofGiven {
  readonly address?: string
  /** '' = not said. */
  readonly seenOn?: string
  readonly note?: string
  /** Path of a picture or PDF. */
  readonly file?: string
}

export interface ProofShown {
  readonly address: string
  /** "2025-03-01"; null = not said. */
  readonly seenOn: string | null
  readonly note: string
  /** Its name; null without a file. */
  readonly file: string | null
}

/** A passage proposed by the program, in the order in which it proposes them. */
export interface PassageShown {
  readonly place: string
  readonly words: string
  /** 含“尚未”, or ''. */
  readonly negative: string
  /** Whether it is attached to the item. */
  readonly attached: boolean
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
  /** Words recorded with 未找到. */
  readonly searched: readonly string[]
  readonly proofs: readonly ProofShown[]
  /** The working of what was counted by the program and accepted; null = the person's own answer. */
  readonly accepted: string | null
  readonly passages: readonly PassageShown[]
  /** What the card says about saving. */
  readonly saved: string
}

export async function score(page: Page, unit: string, itemId: string, answer: AnswerGiven | null, options: ScoreOptions): Promise<void> {
  const card = await openItem(page, unit, itemId)
  for (const quote of [...(typeof options.quote === 'string' ? [options.quote] : (options.quote ?? [])), ...(options.quotes ?? [])]) await attach(page, quote)
  for (const phrase of options.searched ?? []) await searchFor(page, phrase)
  for (const proof of options.proofs ?? []) await addProof(page, card, proof)
  if (options.note !== undefined) await card.locator('[data-note]').fill(options.note)
  if (options.state === 'unscored') await card.locator('[data-clear]').click()
  else if (options.state) await card.locator(`[data-state-button="${options.state}"]`).click()
  else if (options.accept) await card.locator('[data-accept]').click()
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
    searched: await card.locator('[data-searched] [data-word]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-word') ?? '')),
    proofs: await readProofs(card),
    accepted: await acceptedOf(card),
    passages: await readPassages(page),
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

async function searchFor(page: Page, phrase: string): Promise<void> {
  const field = page.locator('.tools [role=search] input')
  await field.fill(phrase)
  await field.press('Enter')
  await field.press('Escape')
}

async function addProof(page: Page, card: Locator, { address, seenOn, note, file }: ProofGiven): Promise<void> {
  const before = await card.locator('[data-proof]').count()
  await card.locator('[data-new-proof]').click()
  const dialog = page.locator('dialog[open]')
  if (address !== undefined) await dialog.locator('[data-proof-field=address]').fill(address)
  if (seenOn !== undefined) await dialog.locator('[data-proof-field=seenOn]').fill(seenOn)
  if (note !== undefined) await dialog.locator('[data-proof-field=note]').fill(note)
  if (file !== undefined) {
    await dialog.locator('[data-proof-file]').setInputFiles(file)
    // Kept, or refused in words.
    await dialog.locator('[data-save-proof], [role=alert]').first().waitFor()
  }
  await dialog.locator('[data-proof-done]').click()
  const refused = dialog.locator('[role=alert], .error')
  if (await refused.count()) throw new Error(await refused.first().innerText())
  await card.locator('[data-proof]').nth(before).waitFor()
}

async function readProofs(card: Locator): Promise<ProofShown[]> {
  return card.locator('[data-proof]').evaluateAll((rows) =>
    rows.map((row) => ({
      address: row.querySelector('[data-proof-address]')?.textContent ?? '',
      seenOn: /\d{4}-\d{2}-\d{2}/.exec(row.querySelector('[data-proof-day]')?.textContent ?? '')?.[0] ?? null,
      note: row.querySelector('[data-proof-note]')?.textContent ?? '',
      file: row.querySelector('[data-proof-file-name]')?.textContent ?? null,
    })),
  )
}

async function acceptedOf(card: Locator): Promise<string | null> {
  const accepted = card.locator('[data-accepted]')
  return (await accepted.count()) ? accepted.getAttribute('data-accepted') : null
}

/** All passages that are proposed for the item shown; none without a report. */
async function readPassages(page: Page): Promise<PassageShown[]> {
  const strip = page.locator('[data-passages]')
  if ((await strip.count()) === 0) return []
  await page.locator('[data-passages]:not([data-passages=reading])').waitFor()
  const toggle = strip.locator('[data-passages-toggle]')
  if ((await toggle.count()) === 0) return []
  const isClosed = (await toggle.getAttribute('aria-expanded')) !== 'true'
  if (isClosed) await toggle.click()
  const read = await strip.locator('[data-passage]').evaluateAll((rows) =>
    rows.map((row) => ({
      place: row.querySelector('.place')?.textContent ?? '',
      words: row.querySelector('[data-words]')?.textContent ?? '',
      negative: row.querySelector('[data-negative]')?.textContent ?? '',
      attached: row.querySelector('[data-attach-passage]') === null,
    })),
  )
  if (isClosed) await toggle.click()
  return read
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
