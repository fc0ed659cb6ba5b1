import type { CopyId, Instant, ProjectId, Sha256 } from '#core/ids'
import { aHash, aText, aWholeNumber, anId, anInstant, anObject, checkedAs, orNull } from '#core/records/shape'
import type { RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'

/** What a copy of a project (备份) holds, kept beside it, so that a list needs not open the copies. */
export interface CopyNote {
  readonly id: CopyId
  readonly projectId: ProjectId
  readonly projectName: string
  readonly at: Instant
  /** Given by a person: kept until deleted. '' = made by the program, and let go by `copiesToDrop`. */
  readonly name: string
  readonly sizeBytes: number
  readonly sha256: Sha256
  readonly units: number
  readonly reports: number
  readonly entries: number
  /** The newest judgement in it; null = none. */
  readonly newestEntryAt: Instant | null
  /** Rubrics being written that it took along; absent: none. */
  readonly drafts?: number
  /** The state of the project when it was made: an unchanged project needs no second copy. */
  readonly stamp?: Sha256
}

export function checkCopyNote(value: unknown): Result<CopyNote, RecordProblem> {
  return checkedAs<CopyNote>('copy', noteShape, value)
}

/** Of the program's own copies the newest ten stay, and the newest of each of the last fourteen days that have one. */
export const keptCopies = { newest: 10, days: 14 } as const

/**
 * Which of a project's copies may go: those the program made itself that are neither among the newest ten nor the newest of one of the
 * last fourteen days (UTC) with copies. A named copy never goes. The newest copy never goes.
 * @example copiesToDrop([]) // []
 */
export function copiesToDrop(notes: readonly CopyNote[]): CopyNote[] {
  const own = notes.filter(({ name }) => name === '').sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
  const newestOfDay = new Map<string, CopyNote>()
  for (const note of own) {
    const day = note.at.slice(0, 10)
    if (!newestOfDay.has(day)) newestOfDay.set(day, note)
  }
  const kept = new Set([...own.slice(0, keptCopies.newest), ...[...newestOfDay.values()].slice(0, keptCopies.days)])
  return own.filter((note) => !kept.has(note))
}

const count = aWholeNumber(0, Number.MAX_SAFE_INTEGER)

const noteShape = anObject<Omit<CopyNote, 'drafts' | 'stamp'>>({
  id: anId,
  projectId: anId,
  projectName: aText,
  at: anInstant,
  name: aText,
  sizeBytes: count,
  sha256: aHash,
  units: count,
  reports: count,
  entries: count,
  newestEntryAt: orNull(anInstant),
}, { drafts: count, stamp: aHash })
