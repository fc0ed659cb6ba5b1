import { leastVersions } from '#workflows/readBrowser'
import type { Health } from '#workflows/checkHealth'

/** One line of the page: how good it is, and which words say so (`health.fact.<topic>.<state>`, and what to do under `<state>Do`). */
export interface HealthFact {
  readonly topic: 'persistence' | 'space' | 'sentinel' | 'copies' | 'browser' | 'private' | 'offline' | 'place'
  readonly tone: 'done' | 'info' | 'warn' | 'error'
  readonly state: string
  readonly named?: Readonly<Record<string, string | number>>
}

const nearlyFull = 0.8
const scarceBytes = 200 * 2 ** 20

export function healthFacts(health: Health): HealthFact[] {
  const { persistence, sentinel, copiesIn, browser, offline, place } = health
  return [
    { topic: 'persistence', tone: persistence === 'granted' ? 'done' : 'warn', state: persistence },
    spaceFact(health),
    { topic: 'sentinel', tone: sentinel.kind === 'kept' ? 'done' : sentinel.kind === 'none' ? 'info' : 'warn', state: sentinel.kind },
    { topic: 'copies', tone: copiesIn === 'folder' ? 'info' : 'warn', state: copiesIn },
    { topic: 'browser', tone: browser.support === 'enough' ? 'done' : browser.support === 'too-old' ? 'error' : 'warn', state: browser.support, named: { ...leastVersions, version: browser.version ?? '?' } },
    { topic: 'private', tone: health.maybePrivate ? 'warn' : 'info', state: health.maybePrivate ? 'maybe' : 'noSign' },
    { topic: 'offline', tone: offline === 'ready' || offline === 'not-needed' ? 'done' : offline === 'not-yet' ? 'info' : 'warn', state: offline },
    { topic: 'place', tone: 'info', state: place, named: { address: health.address } },
  ]
}

function spaceFact({ space }: Health): HealthFact {
  if (!space) return { topic: 'space', tone: 'info', state: 'unknown' }
  const { usedBytes, quotaBytes } = space
  const low = usedBytes > nearlyFull * quotaBytes || quotaBytes - usedBytes < scarceBytes
  return { topic: 'space', tone: low ? 'warn' : 'info', state: low ? 'low' : 'known', named: { used: inMegabytes(usedBytes), quota: inMegabytes(quotaBytes) } }
}

/** "12.3 MB", "4.5 GB". */
export function inMegabytes(bytes: number): string {
  return bytes < 2 ** 30 ? `${(bytes / 2 ** 20).toFixed(1)} MB` : `${(bytes / 2 ** 30).toFixed(1)} GB`
}

/** For the error report: figures and states, no names of projects. */
export function healthLines({ persistence, space, place, browser, maybePrivate, offline, sentinel, copiesIn, projects, oldData, dataVersion }: Health, ledger: string): string[] {
  return [
    `data version ${dataVersion} · ${place} · ${browser.name} ${browser.engine} ${browser.version ?? '?'} (${browser.support})${maybePrivate ? ' · maybe private' : ''}`,
    `persistence ${persistence} · space ${space ? `${inMegabytes(space.usedBytes)} of ${inMegabytes(space.quotaBytes)} (estimate)` : 'unknown'} · offline ${offline}`,
    `sentinel ${sentinel.kind}${sentinel.kind === 'kept' ? ` ${sentinel.at} writes ${sentinel.writes}` : ''} · copies in ${copiesIn} · before upgrades ${oldData.length}`,
    `ledger ${ledger}`,
    ...projects.map(({ entries, file, inFile, copy }, index) => `project ${index + 1}: ${entries} entries · file ${file?.at ?? 'never'} (${inFile}) · copy ${copy?.at ?? 'none'}`),
  ]
}
