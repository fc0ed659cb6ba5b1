import type { ProjectId } from '#core/ids'
import type { Result } from '#core/result'
import { watchCommits } from '#workflows/commit'
import type { Deps } from '#workflows/deps'
import { oneAtATime } from '#workflows/oneAtATime'
import { saveWork, type SavedWork, type SaveOptions, type WorkFileProblem } from '#workflows/workFile'
import { workFileState, type WorkFileState } from '#workflows/workFileState'
import { announceWork } from '#workflows/workStatus'

/** Milliseconds. Saving waits for a quiet moment, and not longer than `longest` while somebody works without one. */
export interface AutosaveTiming {
  readonly look: number
  readonly idle: number
  readonly longest: number
  readonly now: () => number
  /** Runs something later; the answer takes it back. */
  readonly later: (milliseconds: number, run: () => void) => () => void
}

const usualTiming: AutosaveTiming = {
  look: 700,
  idle: 5_000,
  longest: 30_000,
  now: () => performance.now(),
  later: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

interface OpenWork {
  readonly projectId: ProjectId
  readonly look: () => Promise<void>
  readonly save: (options: SaveOptions) => Promise<Result<SavedWork, WorkFileProblem>>
  readonly flush: () => Promise<void>
  readonly end: () => Promise<void>
}

let work: OpenWork | null = null

/** A project is open from now on: what is written to it goes to its file by itself. Ends with what this returns, which saves first. */
export function beginWork(deps: Deps, projectId: ProjectId, timing: AutosaveTiming = usualTiming): () => Promise<void> {
  void work?.end()
  const opened = openWork(deps, projectId, timing)
  work = opened
  return async () => {
    if (work === opened) {
      work = null
      announceWork(null)
    }
    await opened.end()
  }
}

/** Looks at the file again: after it was chosen, opened, allowed, or after the window comes back to the front. */
export async function lookAtWork(): Promise<void> {
  await work?.look()
}

/** Saves the open project to its file now. */
export async function saveWorkNow(deps: Deps, projectId: ProjectId, options: SaveOptions = {}): Promise<Result<SavedWork, WorkFileProblem>> {
  return work?.projectId === projectId ? work.save(options) : saveWork(deps, projectId, options)
}

/** Saves what is not saved yet, if nothing stands against it; when the window may be about to go. */
export async function flushWork(): Promise<void> {
  await work?.flush()
}

function openWork(deps: Deps, projectId: ProjectId, { look: lookAfter, idle, longest, now, later }: AutosaveTiming): OpenWork {
  let ended = false
  let saving = false
  let failed: WorkFileProblem | null = null
  let state: WorkFileState | null = null
  /** When the first of the changes came that are still to be saved. */
  let since: number | null = null
  let stopLook = (): void => {}
  let stopSave = (): void => {}

  function tell(): void {
    if (!ended && state) announceWork({ projectId, state, saving, failure: failed })
  }

  /** Saves run first: what is seen between the file and its record would look like somebody else's change. */
  async function look(): Promise<void> {
    stopLook()
    const seen = await oneAtATime(projectId, () => workFileState(projectId)).catch(() => null)
    if (!seen) return
    state = seen
    if (!seen.unsaved) failed = null
    tell()
    if (isDue() && since === null) plan()
  }

  function isDue(): boolean {
    return state?.kept === 'file' && state.unsaved !== null && state.problem === null
  }

  function plan(): void {
    const at = now()
    since ??= at
    stopSave()
    stopSave = later(Math.max(0, Math.min(idle, since + longest - at)), () => void saveIfDue())
  }

  async function saveIfDue(): Promise<void> {
    stopSave()
    since = null
    await look()
    if (isDue()) await save({})
  }

  async function save(options: SaveOptions): Promise<Result<SavedWork, WorkFileProblem>> {
    stopSave()
    since = null
    saving = true
    tell()
    try {
      const saved = await saveWork(deps, projectId, options)
      failed = saved.ok ? null : saved.problem
      return saved
    } catch (error) {
      failed = { kind: 'write-failed', fileName: state?.fileName ?? '', detail: String(error) }
      return { ok: false, problem: failed }
    } finally {
      saving = false
      // What failed is not tried again by itself until something is written.
      since = failed ? now() : null
      await look()
      since = null
    }
  }

  async function flush(): Promise<void> {
    if (!saving) await saveIfDue()
  }

  const unwatch = watchCommits((commit) => {
    if (commit.kind !== 'committed' || saving) return
    plan()
    stopLook()
    stopLook = later(lookAfter, () => void look())
  })

  return {
    projectId,
    look,
    save,
    flush,
    end: async () => {
      if (ended) return
      ended = true
      unwatch()
      stopLook()
      await flush().catch(() => undefined)
      stopLook()
      stopSave()
    },
  }
}
