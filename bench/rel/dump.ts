import type { Page } from 'playwright-core'

/** Everything in the program's database: its number for Chromium, and every row of every table as text. */
export interface Dump {
  readonly version: number
  readonly tables: Readonly<Record<string, readonly string[]>>
}

/** Texts for the page, since what tsx makes of a function does not run there. */
const ask = `const ask = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error) })`
const dumpAll = `(async () => {
  ${ask}
  const there = await indexedDB.databases()
  if (!there.some(({ name }) => name === 'zhunsheng')) return { version: 0, tables: {} }
  const db = await ask(indexedDB.open('zhunsheng'))
  try {
    const names = [...db.objectStoreNames]
    const transaction = names.length > 0 ? db.transaction(names, 'readonly') : null
    const rows = await Promise.all(names.map((name) => ask(transaction.objectStore(name).getAll())))
    const words = (row) => JSON.stringify(row, (_key, value) => (value instanceof Uint8Array ? { bytes: Array.from(value).join(' ') } : value))
    return { version: db.version, tables: Object.fromEntries(names.map((name, index) => [name, rows[index].map(words)])) }
  } finally { db.close() }
})()`

/** Read without the program, from any page of its origin. */
export async function dumpDatabase(page: Page): Promise<Dump> {
  return (await page.evaluate(dumpAll)) as Dump
}

/** Runs a change on the database without the program; `db`, `ask` and `given` are at hand. */
export async function changeDatabase(page: Page, change: string, given: unknown = null, version?: number): Promise<void> {
  await page.evaluate(`(async () => {
    ${ask}
    const given = ${JSON.stringify(given)}
    const request = indexedDB.open('zhunsheng'${version === undefined ? '' : `, ${version}`})
    const db = await ask(request)
    try { ${change} } finally { db.close() }
  })()`)
}
