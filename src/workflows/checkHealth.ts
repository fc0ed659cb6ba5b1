import type { Instant, ProjectId } from '#core/ids'
import type { CopyNote } from '#core/records/copyNote'
import { dataVersion } from '#core/records/dataVersion'
import { openCopyShelf } from '#storage/copyShelf'
import type { OldDataCopy } from '#storage/copyBeforeUpgrade'
import { lastFileSave } from '#storage/queries/lastFileSave'
import { fileLinkOf } from '#storage/queries/fileLinkOf'
import { projectsHere } from '#storage/queries/projectsHere'
import { projectStamp } from '#storage/queries/projectStamp'
import { sentinelOf } from '#storage/queries/sentinelOf'
import { persistence, type Persistence } from '#workflows/askPersistence'
import { newestCopies } from '#workflows/copiesAtHand'
import { oldDataCopies } from '#workflows/rawBackup'
import { readBrowser, type BrowserRead } from '#workflows/readBrowser'

/** How the data stand, as far as a page can know; nothing in it is taken for more than the browser says. */
export interface Health {
  readonly at: Instant
  readonly persistence: Persistence
  /** The browser's own estimate; null where it gives none. */
  readonly space: { readonly usedBytes: number; readonly quotaBytes: number } | null
  /** 'file': opened from a file; 'local': from this machine's server; 'network': from elsewhere. */
  readonly place: 'file' | 'local' | 'network'
  readonly address: string
  readonly browser: BrowserRead
  /** Signs of a private window, whose data go when it is closed. No proof. */
  readonly maybePrivate: boolean
  /** Whether the program opens without a server: 'impossible' for files and where the browser forbids it. */
  readonly offline: 'ready' | 'not-yet' | 'impossible' | 'not-needed'
  /** The witness outside the database. */
  readonly sentinel: { readonly kind: 'kept'; readonly at: Instant; readonly writes: number } | { readonly kind: 'none' | 'impossible' }
  readonly copiesIn: 'folder' | 'database' | 'nowhere'
  readonly projects: readonly ProjectHealth[]
  readonly oldData: readonly OldDataCopy[]
  readonly dataVersion: number
}

export interface ProjectHealth {
  readonly id: ProjectId
  readonly name: string
  readonly sample: boolean
  readonly removed: boolean
  readonly entries: number
  /** The last save to a file; null = never. `linked`: the file is written by itself from now on. */
  readonly file: { readonly name: string; readonly at: Instant; readonly linked: boolean } | null
  /** Whether all of it is in that file; 'unknown' for files of older programs. */
  readonly inFile: 'all' | 'not-all' | 'unknown' | 'nothing'
  readonly copy: CopyNote | null
}

export async function checkHealth(now: Instant): Promise<Health> {
  const [persisted, space, sentinel, copies, copiesIn, projects, oldData, offline] = await Promise.all([
    persistence(),
    estimate(),
    sentinelOf(),
    newestCopies(),
    openCopyShelf().then(({ kind }) => kind, () => 'nowhere' as const),
    projectsHere(),
    oldDataCopies(),
    offlineState(),
  ])
  const copyOf = new Map(copies.map((note) => [note.projectId, note]))
  const browser = readBrowser(navigator.userAgent, brandsOf(navigator))
  return {
    at: now,
    persistence: persisted,
    space,
    place: placeOf(location),
    address: location.protocol === 'file:' ? 'file://' : location.origin,
    browser,
    maybePrivate: looksPrivate(browser, space),
    offline,
    sentinel: typeof sentinel === 'string' ? { kind: sentinel } : { kind: 'kept', at: sentinel.at, writes: sentinel.writes },
    copiesIn,
    projects: await Promise.all(projects.map((project) => projectHealth(project, copyOf.get(project.id) ?? null))),
    oldData,
    dataVersion,
  }
}

async function projectHealth(project: Awaited<ReturnType<typeof projectsHere>>[number], copy: CopyNote | null): Promise<ProjectHealth> {
  const { id, name, sample, removedAt } = project
  const [save, link, stamp] = await Promise.all([lastFileSave(id), fileLinkOf(id), projectStamp(id)])
  const inFile = !save ? 'nothing' : !save.saved || !stamp ? 'unknown' : save.saved.stamp === stamp.stamp ? 'all' : 'not-all'
  return { id, name, sample, removed: removedAt !== null, entries: stamp?.entries ?? 0, file: save ? { name: save.fileName, at: save.at, linked: link !== null } : null, inFile, copy }
}

async function estimate(): Promise<Health['space']> {
  const found = await navigator.storage?.estimate?.().catch(() => undefined)
  return found?.quota === undefined ? null : { usedBytes: found.usage ?? 0, quotaBytes: found.quota }
}

async function offlineState(): Promise<Health['offline']> {
  if (location.protocol === 'file:') return 'not-needed'
  if (!('serviceWorker' in navigator)) return 'impossible'
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined)
  return registration?.active ? 'ready' : 'not-yet'
}

function placeOf({ protocol, hostname }: Location): Health['place'] {
  if (protocol === 'file:') return 'file'
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? 'local' : 'network'
}

/** In private windows Chromium's share of space hangs on memory instead of the disk; Firefox forbids its own folder there, which the copies say. */
function looksPrivate({ engine }: BrowserRead, space: Health['space']): boolean {
  const memory = (performance as { readonly memory?: { readonly jsHeapSizeLimit: number } }).memory?.jsHeapSizeLimit
  return engine === 'chromium' && memory !== undefined && space !== null && space.quotaBytes < 2 * memory
}

function brandsOf(from: Navigator): string[] {
  return (from as { readonly userAgentData?: { readonly brands: readonly { readonly brand: string }[] } }).userAgentData?.brands.map(({ brand }) => brand) ?? []
}
