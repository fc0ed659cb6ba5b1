import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { chromiumOptions } from '../../tests/e2e/pages/browser'
import { afterTheEnd, processesOf, signalAll } from './processes'
import type { Program } from './program'
import { scratchFolder } from './scratch'

/** What the card of the screen showed at one moment. */
export interface Seen {
  readonly item: string
  readonly level: string
  /** Class of the line about saving: done, wait, failed, none. */
  readonly tone: string
  readonly words: string
}

export interface Session {
  readonly context: BrowserContext
  readonly page: Page
  readonly profile: string
  /** Calls with every change of a card about its level or its saving, in any page of this browser, until the function returned is called. */
  readonly onSeen: (listener: (seen: Seen, page: Page) => void) => () => void
  /** Ids of the browser's processes as of now. */
  readonly processes: () => number[]
  /** kill -9 of all of them at once. */
  readonly kill: (ids: readonly number[]) => Promise<void>
  readonly close: () => Promise<void>
}

/** Runs in the page; a text, because what tsx makes of a function does not run there. */
const watchCard = `(() => {
  let last = ''
  new MutationObserver(() => {
    const card = document.querySelector('[data-card]')
    const state = card?.querySelector('[data-save-state]')
    const level = card?.querySelector('.rule-row.on[data-level]')
    if (!state || !level) return
    const tone = ['done', 'wait', 'failed', 'none'].find((name) => state.classList.contains(name)) ?? ''
    const seen = { item: card.dataset.card, level: level.dataset.level, tone, words: state.textContent.trim() }
    const now = JSON.stringify(seen)
    if (now === last) return
    last = now
    globalThis.tellSeen(seen)
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
})()`

/** Opens the program in a browser with this profile. Service workers and the cache of the profile are
 * left out: they would go on serving another variant. */
export async function openSession(program: Program, profile: string, { at = '', scripts = [] }: { readonly at?: string; readonly scripts?: readonly string[] } = {}): Promise<Session> {
  const usual = chromiumOptions({ offline: true, viewport: { width: 1366, height: 768 } })
  const context = await chromium.launchPersistentContext(profile, {
    ...usual,
    args: [...usual.args, `--disk-cache-dir=${scratchFolder('cache')}`],
    serviceWorkers: 'block',
    bypassCSP: program.changed,
  })
  const listeners = new Set<(seen: Seen, page: Page) => void>()
  await context.exposeBinding('tellSeen', ({ page }, seen: Seen) => {
    for (const listener of [...listeners]) listener(seen, page)
  })
  for (const content of [watchCard, ...scripts]) await context.addInitScript({ content })
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(20_000)
  await page.goto(program.address + at)
  return {
    context,
    page,
    profile,
    onSeen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    processes: () => processesOf(profile),
    kill: async (ids) => {
      const closed = new Promise((resolve) => context.once('close', resolve))
      signalAll(ids, 'SIGKILL')
      await afterTheEnd(ids, profile)
      await closed
    },
    close: () => context.close(),
  }
}
