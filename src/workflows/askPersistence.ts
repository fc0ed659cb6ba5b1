import { ownWork } from '#storage/queries/ownWork'

/** Whether the browser promises not to clear the data by itself when space gets short. 'unknown': it does not say. */
export type Persistence = 'granted' | 'not-granted' | 'unknown'

export async function persistence(): Promise<Persistence> {
  const granted = await navigator.storage?.persisted?.().catch(() => undefined)
  return granted === undefined ? 'unknown' : granted ? 'granted' : 'not-granted'
}

/** Asks the browser. Chromium decides by itself (how often the page is used, whether it is installed); Firefox asks the person. */
export async function askPersistence(): Promise<Persistence> {
  const granted = await navigator.storage?.persist?.().catch(() => undefined)
  return granted === undefined ? 'unknown' : granted ? 'granted' : 'not-granted'
}

/** The work after which the question makes sense to whom it is put. */
export const enoughWork = { reports: 1, entries: 10 } as const
let asked = false

/** Asks once a session, after the first report or the tenth judgement of somebody's own work; never at the start, when nobody knows why. */
export async function askPersistenceInTime(): Promise<void> {
  if (asked || (await persistence()) !== 'not-granted') return
  const { reports, entries } = await ownWork()
  if (reports < enoughWork.reports && entries < enoughWork.entries) return
  asked = true
  await askPersistence()
}
