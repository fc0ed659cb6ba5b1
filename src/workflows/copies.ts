import type { ProjectId } from '#core/ids'
import type { CopyNote } from '#core/records/copyNote'
import type { Instant } from '#core/ids'
import { failure, type Result } from '#core/result'
import { openCopyShelf, type CopyShelf } from '#storage/copyShelf'
import { projectOf } from '#storage/queries/projectOf'
import { readProjectSnapshot } from '#storage/snapshots'
import { storageProblemOf } from '#storage/storageProblem'
import type { Deps } from '#workflows/deps'
import { keepCopy } from '#workflows/keepCopy'
import type { MakeFileProblem } from '#workflows/makeProjectFile'
import { restoreCopy, type Restored, type RestoreProblem } from '#workflows/restoreCopy'

export interface Copies {
  /** 'folder': the browser's own folder, apart from the database. 'database': a second database beside the first. */
  readonly place: CopyShelf['kind']
  /** Newest first. */
  readonly notes: readonly CopyNote[]
}

export type RestoreHow = Parameters<typeof restoreCopy>[3]

let shelf: Promise<CopyShelf> | null = null
const listeners = new Set<() => void>()

/** The one shelf of this browser. */
export function copyShelf(): Promise<CopyShelf> {
  shelf ??= openCopyShelf().catch((error: unknown) => {
    shelf = null
    throw error
  })
  return shelf
}

/** Tells whenever this window put a copy on the shelf or took one away. */
export function watchCopies(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The copies of a project; of all projects, also those that are no longer here, when none is named. */
export async function listCopies(projectId?: ProjectId): Promise<Copies> {
  const open = await copyShelf()
  return { place: open.kind, notes: await open.list(projectId) }
}

/** The newest copy of every project that is no longer here: purged, or lost with the database. */
export async function copiesOfAbsentProjects(): Promise<readonly CopyNote[]> {
  const { notes } = await listCopies()
  const newest = new Map<ProjectId, CopyNote>()
  for (const note of notes) if (!newest.has(note.projectId)) newest.set(note.projectId, note)
  const here = await Promise.all([...newest.keys()].map(projectOf))
  return [...newest.values()].filter((_, index) => here[index] === undefined)
}

export async function makeCopy(deps: Deps, projectId: ProjectId, { name = '' }: { readonly name?: string } = {}): Promise<Result<CopyNote, MakeFileProblem>> {
  return telling(async () => keepCopy(deps, await copyShelf(), projectId, { name }))
}

export async function deleteCopy(note: CopyNote): Promise<void> {
  await (await copyShelf()).remove(note)
  for (const listener of listeners) listener()
}

export async function restore(deps: Deps, note: CopyNote, how: RestoreHow): Promise<Result<Restored, RestoreProblem>> {
  return telling(async () => restoreCopy(deps, await copyShelf(), note, how))
}

/** What a restoring would replace; null: nothing stands there. */
export interface PresentHoldings {
  readonly units: number
  readonly reports: number
  readonly entries: number
  readonly newestEntryAt: Instant | null
}

export async function presentHoldings(projectId: ProjectId): Promise<PresentHoldings | null> {
  if (!(await projectOf(projectId))) return null
  const { units, reports, entries } = await readProjectSnapshot(projectId)
  const newestEntryAt = entries.reduce<Instant | null>((newest, { at }) => (newest === null || at > newest ? at : newest), null)
  return { units: units.length, reports: reports.length, entries: entries.length, newestEntryAt }
}

async function telling<T, P>(work: () => Promise<Result<T, P>>): Promise<Result<T, P | MakeFileProblem>> {
  try {
    return await work()
  } catch (error) {
    return failure(storageProblemOf(error))
  } finally {
    for (const listener of listeners) listener()
  }
}
