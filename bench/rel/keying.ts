import type { Page } from 'playwright-core'
import type { Seen, Session } from './session'

/** Items of the usual rubric that are marked with one key, and their levels in the order of the keys. */
export const levelItems = ['C1', 'C2', 'C6', 'C9', 'D3', 'D4', 'E3', 'E4'] as const

export interface KeyedMark {
  readonly item: string
  readonly level: string
  /** In the words of the screen; null: the screen never said that it is written. */
  readonly acknowledged: string | null
}

/** Opens the sample project at its score desk; where that is, "#/p/…". */
export async function openSampleDesk(page: Page): Promise<string> {
  await page.getByRole('button', { name: '打开示例项目' }).first().click()
  await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
  return new URL(page.url()).hash.replace(/\?.*$/, '')
}

/**
 * Marks items with single keys, one after the other, as fast as the screen says that each is written, until `goOn` says no or the
 * browser is gone. What was keyed, with what the screen said about it.
 */
export async function keyMarks(session: Session, { page = session.page, chance, items = levelItems, goOn, onAcknowledged }: {
  readonly page?: Page
  readonly chance: () => number
  readonly items?: readonly string[]
  readonly goOn: (count: number) => boolean
  readonly onAcknowledged?: (mark: KeyedMark, count: number) => void
}): Promise<KeyedMark[]> {
  const keyed: KeyedMark[] = []
  let acknowledged = 0
  try {
    while (goOn(acknowledged)) {
      const item = pick(items, chance)
      const other = pick(await otherLevels(page, item), chance)
      const place = keyed.push({ item, level: other.level, acknowledged: null }) - 1
      const mark = await keyLevel(session, page, item, other, (seen) => {
        const written = { item, level: seen.level, acknowledged: seen.words }
        keyed[place] = written
        acknowledged += 1
        onAcknowledged?.(written, acknowledged)
      })
      if (mark === 'gone') break
    }
  } catch (error) {
    // The browser was killed in the middle of an act.
    if (!/closed|crash|detached|disconnected/i.test(String(error))) throw error
  }
  return keyed
}

/** A level that is not the one standing, and the digit that gives it. */
export interface KeyedLevel {
  readonly level: string
  readonly digit: number
}

/** Shows an item and says which levels it could be given. */
export async function otherLevels(page: Page, item: string): Promise<KeyedLevel[]> {
  await showItem(page, item)
  const rows = await page.locator(`[data-card="${item}"] [data-level]`).evaluateAll((all) => all.map((row) => ({ level: row.getAttribute('data-level') ?? '', on: row.classList.contains('on') })))
  return rows.flatMap(({ level, on }, index) => (on ? [] : [{ level, digit: index + 1 }]))
}

/**
 * Gives the item on screen a level by its key, and waits for what the screen says about it; 'gone' if the browser ended first.
 * `onWritten` is called at the very moment.
 */
export async function keyLevel(session: Session, page: Page, item: string, { level, digit }: KeyedLevel, onWritten?: (seen: Seen) => void): Promise<Seen | 'gone'> {
  const said = new Promise<Seen | 'gone'>((resolve) => {
    const stop = session.onSeen((seen, where) => {
      if (where !== page || seen.item !== item) return
      const written = seen.level === level && saysWritten(seen)
      if (!written && seen.tone !== 'failed') return
      stop()
      if (written) onWritten?.(seen)
      resolve(seen)
    })
    session.context.once('close', () => resolve('gone'))
  })
  // A browser that was stopped at the word does not come to say that the key went up.
  const pressed = page.keyboard.press(`Digit${digit}`)
  return Promise.race([said, pressed.then(() => said)])
}

export function pick<T>(list: readonly T[], chance: () => number): T {
  return list[Math.floor(chance() * list.length)] as T
}

/** The words for which a person may close the laptop. */
export function saysWritten({ tone, words }: Seen): boolean {
  return tone === 'done' && words.startsWith('已写入')
}

/** Shows an item on the desk by a click in the outline; not with the mouse, which waits for a picture that a hidden tab paints once a second. */
export async function showItem(page: Page, item: string): Promise<void> {
  const card = page.locator(`[data-card="${item}"]`)
  if (await card.count()) return
  await page.locator(`[data-item="${item}"]`).dispatchEvent('click')
  await card.waitFor()
}

/** The level that the desk shows for an item; null: none. */
export async function levelShown(page: Page, item: string): Promise<string | null> {
  await page.locator('.desk[aria-busy=false] [data-card]').waitFor()
  await showItem(page, item)
  const row = page.locator(`[data-card="${item}"] .rule-row.on[data-level]`)
  return (await row.count()) ? row.getAttribute('data-level') : null
}
