import type { Page } from 'playwright-core'

/** An appended judgement as it lies in the database. */
export interface StoredEntry {
  readonly key: string
  readonly unit: string
  readonly item: string
  readonly sequence: number
  /** Packed: "Lnone". */
  readonly answer: string
}

/** The database as it lies there, read without the program. */
export interface Stored {
  readonly entries: readonly StoredEntry[]
  /** Per "unit assessor", item → packed answer, as the packed scorecards say. */
  readonly scorecards: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** Runs in the page; a text, because what tsx makes of a function does not run there. */
const readAll = `(async () => {
  const ask = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error) })
  const db = await ask(indexedDB.open('zhunsheng'))
  try {
    if (!db.objectStoreNames.contains('entries')) return { entries: [], scorecards: {} }
    const transaction = db.transaction(['entries', 'scorecards'], 'readonly')
    const [entries, cards] = await Promise.all([ask(transaction.objectStore('entries').getAll()), ask(transaction.objectStore('scorecards').getAll())])
    return {
      entries: entries.map(({ id, unitId, itemId, sequence, answer }) => ({ key: id, unit: unitId, item: itemId, sequence, answer })),
      scorecards: Object.fromEntries(cards.map(({ unitId, assessorId, items, answers }) => {
        const all = answers.split('\\u001f')
        return [unitId + ' ' + assessorId, Object.fromEntries(items.split('\\u001f').map((item, index) => [item, all[index]]))]
      })),
    }
  } finally { db.close() }
})()`

/** Everything that was ever marked, from any page of the program's origin. */
export async function readStored(page: Page): Promise<Stored> {
  const stored = (await page.evaluate(readAll)) as Stored
  return { ...stored, entries: [...stored.entries].sort((a, b) => (a.unit === b.unit ? a.sequence - b.sequence : a.unit < b.unit ? -1 : 1)) }
}
