import { Dexie } from 'dexie'
import type { EntityTable, Table } from 'dexie'
import type { AssessorId, ProjectId, ReportId, RubricDraftId, Sha256 } from '#core/ids'
import type { AssessorRecord } from '#core/records/assessorRecord'
import { dataVersion } from '#core/records/dataVersion'
import type { EntryRecord, HistorySegmentRecord } from '#core/records/historyRecord'
import type { LedgerRecord } from '#core/records/ledgerRecord'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { ReportSummary, ReportText } from '#core/records/reportRecord'
import type { RubricDraftRecord } from '#core/records/rubricDraftRecord'
import type { RubricRecord } from '#core/records/rubricRecord'
import type { RemarkRecord, ScorecardRecord } from '#core/records/scorecardRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'
import { peekDataVersion } from '#storage/peekDataVersion'
import { StorageRefusal, storageProblemOf } from '#storage/storageProblem'
import type { StorageProblem } from '#storage/storageProblem'
import { dataVersionKey, upgradeRows } from '#storage/upgrade'

/** The bytes of a report as they were dropped; never changed. */
export interface OriginalRow {
  readonly projectId: ProjectId
  readonly id: ReportId
  readonly bytes: Uint8Array
}

/** The bytes of an outside proof, under their hash; never changed. */
export interface AttachmentRow {
  readonly projectId: ProjectId
  readonly hash: Sha256
  readonly bytes: Uint8Array
}

/** Small facts by name: the data version, and per project who is signed in and the last save to a file. */
export interface MetaRow {
  readonly key: string
  readonly value: unknown
}

type Key2 = [string, string]
type Key3 = [string, string, string]

/**
 * The database. Keys begin with the project, so that a project is a range of every table. Scorecards go by assessor before unit:
 * what a desk reads at once (one assessor's whole work) lies together and needs no second index.
 */
export type Database = Dexie & {
  readonly projects: EntityTable<ProjectRecord, 'id'>
  readonly rubrics: Table<RubricRecord, Sha256>
  readonly rubricDrafts: Table<RubricDraftRecord, RubricDraftId>
  readonly units: Table<UnitRecord, Key2>
  readonly reports: Table<ReportSummary, Key2>
  readonly texts: Table<ReportText, Key2>
  readonly originals: Table<OriginalRow, Key2>
  readonly attachments: Table<AttachmentRow, Key2>
  readonly assessors: Table<AssessorRecord, Key2>
  readonly scorecards: Table<ScorecardRecord, Key3>
  readonly remarks: Table<RemarkRecord, [string, string, string, string]>
  readonly entries: Table<EntryRecord, [string, string, string, string, number]>
  readonly segments: Table<HistorySegmentRecord, [string, string, number]>
  readonly ledger: Table<LedgerRecord, Key2>
  readonly meta: Table<MetaRow, string>
}

export const databaseName = 'zhunsheng'

/** Dexie counts indexes with its own number; `dataVersion` counts the shapes of what is stored. */
const schema = {
  projects: 'id',
  rubrics: 'hash',
  units: '[projectId+id]',
  reports: '[projectId+id], [projectId+unitId]',
  texts: '[projectId+id]',
  originals: '[projectId+id]',
  assessors: '[projectId+id]',
  scorecards: '[projectId+assessorId+unitId]',
  remarks: '[projectId+assessorId+unitId+itemId]',
  entries: '[projectId+assessorId+unitId+itemId+sequence]',
  segments: '[projectId+assessorId+number], *unitIds',
  ledger: '[projectId+unitId]',
  meta: 'key',
}
/** Since version 2. A new table changes no shape that was there, so the data version stays. */
const draftSchema = { rubricDrafts: 'id' }
/** Since version 3, with data version 2. */
const attachmentSchema = { attachments: '[projectId+hash]' }

/** Why the database does not open. */
export type DatabaseProblem =
  | Extract<StorageProblem, { kind: 'data-newer-than-app' | 'data-unreadable' | 'quota-exceeded' | 'storage-failed' }>
  /** The data are of an older program and were to be copied before they are upgraded; the copy could not be kept. Nothing was changed. */
  | { readonly kind: 'copy-failed'; readonly found: number; readonly detail: string }

export interface OpenOptions {
  /** Another window holds older tables open and does not let go: opening waits for it. */
  readonly onBlocked?: () => void
  /** 'skip': the person has a copy of the older data elsewhere. */
  readonly copyBeforeUpgrade?: 'keep' | 'skip'
  /** Left in the data, so that an older program can say which one is needed. */
  readonly appVersion?: string
}

/** Why the open database was taken away: 'upgraded' by a newer window (or deleted), or 'gone': the browser closed it, as it does when its data are cleared. */
export type TakenAway = 'upgraded' | 'gone'

const takenAwayListeners = new Set<(why: TakenAway | null) => void>()

/** Tells when this window can no longer read or write, and (null) when it can again. */
export function watchTakenAway(listener: (why: TakenAway | null) => void): () => void {
  takenAwayListeners.add(listener)
  return () => takenAwayListeners.delete(listener)
}

let current: Database | null = null
let wasUpgraded = false
let closedByBrowser = false
/** When the open database was made, and the last write of this window that was acknowledged: by these it is known again. */
let since: unknown
let acknowledged = 0

/** Whether opening has upgraded data of an older program; they are to be checked as a whole then. */
export function upgradedOnOpening(): boolean {
  return wasUpgraded
}

/**
 * Opens the database (makes it on the first start) and lets the rest of storage use it. Data of a newer app are refused before
 * anything is opened for writing: Dexie would open them without a word. Data of an older app are copied as they are before they are
 * upgraded. `name` is for tests.
 */
export async function openDatabase(name: string = databaseName, { onBlocked, copyBeforeUpgrade = 'keep', appVersion }: OpenOptions = {}): Promise<Result<Database, DatabaseProblem>> {
  try {
    const found = await peekDataVersion(name)
    if (found.kind === 'unreadable') return failure({ kind: 'data-unreadable' })
    if (found.kind === 'there' && found.dataVersion > dataVersion) {
      return failure({ kind: 'data-newer-than-app', found: found.dataVersion, supported: dataVersion, ...(found.appVersion !== undefined && { writtenBy: found.appVersion }) })
    }
    if (found.kind === 'there' && found.dataVersion < dataVersion && copyBeforeUpgrade === 'keep') {
      const { keepCopyBeforeUpgrade } = await import('#storage/copyBeforeUpgrade')
      const kept = await keepCopyBeforeUpgrade(name)
      if (!kept.ok) return failure({ kind: 'copy-failed', found: found.dataVersion, detail: kept.problem })
    }
    const db = makeDatabase(name)
    if (onBlocked) db.on('blocked', onBlocked)
    await db.open()
    watchClosing(db)
    // Only when it changed: an open costs no write. No counted one either; nobody is told that it was written.
    if (appVersion !== undefined && (found.kind !== 'there' || found.appVersion !== appVersion)) await db.meta.put({ key: 'appVersion', value: appVersion })
    current = db
    closedByBrowser = false
    acknowledged = 0
    since = await sinceOf(db)
    wasUpgraded = found.kind === 'there' && found.dataVersion < dataVersion
    return success(db)
  } catch (error) {
    const problem = storageProblemOf(error)
    return failure(problem.kind === 'quota-exceeded' || problem.kind === 'storage-failed' ? problem : { kind: 'storage-failed', detail: String(error) })
  }
}

/** The open database. Every query and writer takes it when it is called, not later. */
export function database(): Database {
  if (!current) throw new Error('the database is not open yet: openDatabase comes first')
  return current
}

export function closeDatabase(): void {
  current?.close({ disableAutoOpen: true })
  current = null
}

function makeDatabase(name: string): Database {
  // Strict: with Chromium's default a power cut loses acknowledged writes. No cache: live queries then show only what is committed.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' }) as Database
  db.version(1).stores(schema)
  db.version(2).stores(draftSchema)
  db.version(3).stores(attachmentSchema).upgrade((transaction) => upgradeRows(transaction, 2))
  db.on('populate', (transaction) => {
    void transaction.table('meta').bulkAdd([{ key: dataVersionKey, value: dataVersion }, { key: sinceKey, value: new Date().toISOString() }])
  })
  // A newer tab wants to upgrade: give way and do not reopen, since what comes after is not ours to read.
  // `false` stops Dexie's own handler, which would close it so that the next call opens it again, empty if it was deleted.
  db.on('versionchange', () => {
    takeAway(db, 'upgraded')
    return false
  })
  return db
}

/** The browser closes it by itself when the site's data are cleared or its files fail. Dexie would open it again, empty. */
function watchClosing(db: Database): void {
  db.backendDB().addEventListener('close', () => takeAway(db, 'gone'))
}

function takeAway(db: Database, why: TakenAway): void {
  db.close({ disableAutoOpen: true })
  if (db !== current) return
  closedByBrowser = why === 'gone'
  for (const listener of takenAwayListeners) listener(why)
  if (closedByBrowser) reopenSoon(db, firstReopenMs)
}

/** After a full disk there is room again at some time; nobody should have to load the page anew for it. */
function reopenSoon(db: Database, afterMs: number): void {
  setTimeout(() => {
    reopenIfClosed(db).catch(() => reopenSoon(db, Math.min(2 * afterMs, longestReopenMs)))
  }, afterMs)
}

const firstReopenMs = 500
const longestReopenMs = 30_000

/** After the commit of a write of this window. */
export function noteAcknowledged(writes: number): void {
  acknowledged = writes
}

/**
 * Before a write: a database that the browser closed after its disk failed is opened again, if it is still the one that was open, with all
 * that this window was told is written. Rejects otherwise; an emptied one must not be written to as if nothing had happened.
 */
export async function reopenIfClosed(db: Database): Promise<void> {
  if (db !== current || !closedByBrowser) return
  reopening ??= reopen(db).finally(() => {
    reopening = null
  })
  await reopening
}

let reopening: Promise<void> | null = null

async function reopen(db: Database): Promise<void> {
  if ((await peekDataVersion(db.name)).kind !== 'there') throw new StorageRefusal({ kind: 'storage-failed', detail: 'the database is gone' })
  await db.open()
  const writes = (await db.meta.get(writesKey))?.value
  if ((await sinceOf(db)) !== since || (typeof writes === 'number' ? writes : 0) < acknowledged) {
    db.close({ disableAutoOpen: true })
    throw new StorageRefusal({ kind: 'storage-failed', detail: 'the database is not the one that was open' })
  }
  watchClosing(db)
  closedByBrowser = false
  for (const listener of takenAwayListeners) listener(null)
}

async function sinceOf(db: Database): Promise<unknown> {
  return (await db.meta.get(sinceKey))?.value
}

/** In meta: when this database was made. A file saved before, opened here, may tell of data that were cleared. */
export const sinceKey = 'since'

/** In meta: how many write transactions have been committed. */
export const writesKey = 'writes'

export function signedInKey(projectId: ProjectId): string {
  return `signedIn:${projectId}`
}

export function lastFileSaveKey(projectId: ProjectId): string {
  return `lastFileSave:${projectId}`
}

export function fileLinkKey(projectId: ProjectId): string {
  return `fileLink:${projectId}`
}

/** All keys of a table that belong to one project, or to one assessor's work in it. */
export function scope(...ids: readonly (ProjectId | AssessorId | string)[]): { readonly from: unknown[]; readonly to: unknown[] } {
  return { from: [...ids, Dexie.minKey], to: [...ids, Dexie.maxKey] }
}
