import type { Instant, ProjectId } from '#core/ids'
import { digestColumns } from '#core/records/digestColumns'
import type { LedgerRecord } from '#core/records/ledgerRecord'
import { aMatch, aText, aWholeNumber, anArray, anId, anInstant, anObject, checkedAs, orNull } from '#core/records/shape'

/**
 * What the database must at least hold (哨兵), kept outside it. A browser that finds its database damaged starts an empty one without a
 * word, and a log that was cut loses its end in silence: only what lies elsewhere can tell.
 */
export interface Sentinel {
  /** Write transactions acknowledged so far; the database counts them in the same transaction. */
  readonly writes: number
  readonly at: Instant
  /** How many writes had been acknowledged when `projects` were counted; later ones may have added to them. */
  readonly stock: number
  readonly projects: readonly SentinelProject[]
}

export interface SentinelProject {
  readonly id: ProjectId
  readonly name: string
  readonly units: number
  readonly reports: number
  readonly entries: number
  /** digestLedger of its ledger: which judgements stand, and how many each scorecard has seen. */
  readonly digest: string
  /** The last save to a file; null = never. */
  readonly file: { readonly name: string; readonly at: Instant } | null
}

/** What is there, for comparison. */
export interface PresentState {
  readonly writes: number
  readonly projects: readonly PresentProject[]
}

export type PresentProject = Pick<SentinelProject, 'id' | 'units' | 'reports' | 'entries' | 'digest'>

export type Loss =
  | { readonly kind: 'none' }
  /**
   * 'emptied': nothing that was there is. 'shortened': the last `writes` acknowledged writes are gone. 'altered': the count fits, and yet
   * something is missing or other than it was. `projects` names those that are gone, hold less than they did, or other judgements.
   */
  | { readonly kind: 'emptied' | 'shortened' | 'altered'; readonly since: Instant; readonly writes: number; readonly projects: readonly LostProject[] }

export interface LostProject extends SentinelProject {
  /** What was there and is not. With none missing and the project not gone, its judgements are others than they were. */
  readonly missing: { readonly units: number; readonly reports: number; readonly entries: number }
  readonly gone: boolean
}

/**
 * Compares what must be there with what is. No sentinel says nothing: a new browser, or one whose site data were cleared, which takes the
 * sentinel along.
 * @example findLoss(null, { writes: 0, projects: [] }) // { kind: 'none' }
 */
export function findLoss(sentinel: Sentinel | null, present: PresentState): Loss {
  if (!sentinel) return { kind: 'none' }
  const presentOf = new Map(present.projects.map((project) => [project.id, project]))
  // Counted at the same write, everything must be the same; later writes may take units and reports away, judgements never.
  const same = sentinel.stock === present.writes
  const projects = sentinel.projects.flatMap((project): LostProject[] => {
    const there = presentOf.get(project.id)
    const less = (field: 'units' | 'reports' | 'entries') => Math.max(0, project[field] - (there?.[field] ?? 0))
    const missing = { units: less('units'), reports: less('reports'), entries: less('entries') }
    const other = same && there?.digest !== project.digest
    const fewer = missing.entries > 0 || ((same || sentinel.writes > present.writes) && missing.units + missing.reports > 0)
    return there === undefined || fewer || other ? [{ ...project, missing, gone: there === undefined }] : []
  })
  const writes = Math.max(0, sentinel.writes - present.writes)
  if (writes === 0 && projects.length === 0) return { kind: 'none' }
  const kind = present.writes === 0 ? 'emptied' : writes > 0 ? 'shortened' : 'altered'
  return { kind, since: sentinel.at, writes, projects }
}

/** Digest of one project's ledger, 16 hex digits; the order of the records does not matter. */
export function digestLedger(records: readonly LedgerRecord[]): string {
  const lines = records.flatMap(({ unitId, lines: ofUnit }) => ofUnit.map(({ assessorId, entryCount, digest }) => `${unitId} ${assessorId} ${entryCount} ${digest}`))
  return digestColumns(lines.sort(), lines.length)
}

/** Of two sentinels the one that knows more: of more writes, else of the later stocktaking. */
export function stricterSentinel(a: Sentinel | null, b: Sentinel | null): Sentinel | null {
  if (!a || !b) return a ?? b
  return b.writes > a.writes || (b.writes === a.writes && b.stock > a.stock) ? b : a
}

/** A stored sentinel; null for anything else, which then says nothing. */
export function parseSentinel(text: string | null): Sentinel | null {
  if (text === null) return null
  try {
    const checked = checkedAs<Sentinel>('sentinel', sentinelShape, JSON.parse(text))
    return checked.ok ? checked.value : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const count = aWholeNumber(0, Number.MAX_SAFE_INTEGER)

const sentinelShape = anObject<Sentinel>({
  writes: count,
  at: anInstant,
  stock: count,
  projects: anArray(anObject<SentinelProject>({
    id: anId,
    name: aText,
    units: count,
    reports: count,
    entries: count,
    digest: aMatch(/^[0-9a-f]{16}$/, '16 hex digits'),
    file: orNull(anObject<NonNullable<SentinelProject['file']>>({ name: aText, at: anInstant })),
  })),
})
