import type { Instant, ProjectId } from '#core/ids'
import { aText, aWholeNumber, anArray, anId, anInstant, anObject, checkedAs, orNull } from '#core/records/shape'

/**
 * What the database must at least hold (哨兵), kept outside it. A browser that finds its database damaged starts an empty one without a
 * word, and a log that was cut loses its end in silence: only what lies elsewhere can tell.
 */
export interface Sentinel {
  /** Write transactions acknowledged so far; the database counts them in the same transaction. */
  readonly writes: number
  readonly at: Instant
  readonly projects: readonly SentinelProject[]
}

export interface SentinelProject {
  readonly id: ProjectId
  readonly name: string
  readonly entries: number
  /** The last save to a file; null = never. */
  readonly file: { readonly name: string; readonly at: Instant } | null
}

/** What is there, for comparison. */
export interface PresentState {
  readonly writes: number
  readonly projects: readonly { readonly id: ProjectId; readonly entries: number }[]
}

export type Loss =
  | { readonly kind: 'none' }
  /**
   * 'emptied': nothing that was there is. 'shortened': the last `writes` acknowledged writes are gone. 'altered': the count fits, and yet
   * judgements are missing. `projects` names those that are gone or hold fewer judgements than they did.
   */
  | { readonly kind: 'emptied' | 'shortened' | 'altered'; readonly since: Instant; readonly writes: number; readonly projects: readonly LostProject[] }

export interface LostProject extends SentinelProject {
  /** Judgements that were there and are not. */
  readonly missing: number
  readonly gone: boolean
}

/**
 * Compares what must be there with what is. No sentinel says nothing: a new browser, or one whose site data were cleared, which takes the
 * sentinel along.
 * @example findLoss(null, { writes: 0, projects: [] }) // { kind: 'none' }
 */
export function findLoss(sentinel: Sentinel | null, present: PresentState): Loss {
  if (!sentinel) return { kind: 'none' }
  const entriesOf = new Map(present.projects.map(({ id, entries }) => [id, entries]))
  const projects = sentinel.projects.flatMap((project): LostProject[] => {
    const there = entriesOf.get(project.id)
    const missing = project.entries - (there ?? 0)
    return there === undefined || missing > 0 ? [{ ...project, missing: Math.max(0, missing), gone: there === undefined }] : []
  })
  const writes = Math.max(0, sentinel.writes - present.writes)
  if (writes === 0 && projects.length === 0) return { kind: 'none' }
  const kind = present.writes === 0 ? 'emptied' : writes > 0 ? 'shortened' : 'altered'
  return { kind, since: sentinel.at, writes, projects }
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
  projects: anArray(anObject<SentinelProject>({
    id: anId,
    name: aText,
    entries: count,
    file: orNull(anObject<NonNullable<SentinelProject['file']>>({ name: aText, at: anInstant })),
  })),
})
