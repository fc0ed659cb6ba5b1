import type { Locator, Page } from 'playwright-core'
import { goToDesk } from './shell.js'

/** A row of the ranking in the words and digits of the screen. */
export interface RankingRow {
  /** Heading of the ranking group: "县级政府 · 2024 年度". */
  readonly group: string
  /** Null: not ranked, for `reason`. */
  readonly rank: number | null
  readonly tied: boolean
  readonly unit: string
  /** "76.59"; null while it is a range or undetermined. */
  readonly total: string | null
  /** Lowest and highest total of a provisional unit; null when settled, or when nothing is scored yet. */
  readonly range: readonly [string, string] | null
  readonly provisional: boolean
  readonly percent: string | null
  readonly band: string | null
  /** Points by dimension id as shown; "不适用", "未定" and a "+" for open parts included. */
  readonly dimensions: Readonly<Record<string, string>>
  readonly gap: string | null
  readonly reason: string | null
  readonly unscored: number
  readonly pending: number
  readonly notApplicable: number
}

/** Every unit of every group: the table is scrolled through where it is longer than the screen. */
export async function readRanking(page: Page): Promise<RankingRow[]> {
  await goToDesk(page, '排名')
  const main = page.getByRole('main')
  await main.locator('table.ranking, .ui-empty, [data-empty]').first().waitFor()
  await main.locator('.list[aria-busy=false]').waitFor()
  const groups = main.getByRole('navigation', { name: '排名组' }).getByRole('button')
  const count = Math.max(1, await groups.count())
  const rows: RankingRow[] = []
  for (let index = 0; index < count; index += 1) {
    if (count > 1) {
      await groups.nth(index).click()
      await groups.nth(index).and(page.locator('[aria-pressed=true]')).waitFor()
    }
    const group = await main.locator('h1').first().innerText()
    rows.push(...(await readTable(main, group)))
  }
  return rows
}

async function readTable(main: Locator, group: string): Promise<RankingRow[]> {
  const found = new Map<string, RankingRow>()
  const scroller = main.locator('.scroll').first()
  if (!(await scroller.count())) return []
  for (let top = 0; ; ) {
    for (const [id, row] of await scroller.evaluate(rowsInSight, group)) found.set(id, row)
    const next = await scroller.evaluate((element, from) => {
      element.scrollTop = from + element.clientHeight / 2
      return element.scrollTop > from ? element.scrollTop : null
    }, top)
    if (next === null) break
    top = next
    await scroller.page().waitForTimeout(60)
  }
  await scroller.evaluate((element) => { element.scrollTop = 0 })
  return [...found.values()]
}

/** Runs in the page. */
function rowsInSight(scroller: Element, group: string): [string, RankingRow][] {
  return [...scroller.querySelectorAll<HTMLElement>('tr.unit')].map((row): [string, RankingRow] => {
    const cell = (column: string) => row.querySelector<HTMLElement>(`[data-column="${column}"]`)
    const words = (column: string) => (cell(column)?.innerText ?? '').replace(/\s+/g, ' ').trim()
    const known = (text: string) => (text === '' || /^(—|–|未定|不适用)/.test(text) ? null : text)
    const place = /(\d+)\s*$/.exec(words('place').replace('未排名', ''))
    const range = cell('total')?.querySelector<HTMLElement>('.range')?.innerText.split(/[–—~]/).map((text) => text.trim())
    return [
      row.dataset['unit'] ?? '',
      {
        group,
        rank: place ? Number(place[1]) : null,
        tied: /并列/.test(words('place')),
        unit: row.querySelector<HTMLElement>('[data-column="name"] button')?.title ?? '',
        total: range ? null : known(words('total')),
        range: range?.length === 2 ? [range[0] ?? '', range[1] ?? ''] : null,
        provisional: range !== undefined,
        percent: known(words('percent')),
        band: known(words('band')),
        dimensions: Object.fromEntries([...row.querySelectorAll<HTMLElement>('[data-dimension]')].map((each) => [each.dataset['dimension'] ?? '', each.innerText.trim()])),
        gap: known(words('gap')),
        reason: cell('name')?.querySelector<HTMLElement>('.reason')?.innerText ?? null,
        unscored: Number(words('unscored')),
        pending: Number(words('pending')),
        notApplicable: Number(words('notApplicable')),
      },
    ]
  })
}
