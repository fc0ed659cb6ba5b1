import type { ProjectId } from '#core/ids'
import { projectStamp } from '#storage/queries/projectStamp'
import { watchCommits } from '#workflows/commit'
import { listCopies, makeCopy } from '#workflows/copies'
import type { Deps } from '#workflows/deps'
import type { AutosaveTiming } from '#workflows/autosave'

const every = 10 * 60_000
/** When the window is hidden it may be about to be closed; a window that comes and goes makes no more copies than these. */
const atLeastApart = 2 * 60_000

export interface RollingCopies {
  /** Makes a copy now if something changed and the last one is not fresh. */
  readonly whenHidden: () => Promise<void>
  /** The project is closed: a last copy, if something changed. */
  readonly end: () => Promise<void>
}

/**
 * Copies of the open project while it is worked on: one every ten minutes with changes, one when it is closed. What fails is left to the
 * list of copies to show: an older newest copy than the work.
 */
export function beginCopies(deps: Deps, projectId: ProjectId, timing: Pick<AutosaveTiming, 'later'>): RollingCopies {
  let stop: (() => void) | null = null
  let ended = false
  let running: Promise<void> = Promise.resolve()

  function copyIfChanged(apart: number): Promise<void> {
    running = running.then(async () => {
      const now = await projectStamp(projectId)
      if (!now) return
      const [newest] = (await listCopies(projectId)).notes
      if (newest?.stamp === now.stamp || (newest && ageOf(newest.at) < apart)) return
      await makeCopy(deps, projectId)
    }).catch(() => undefined)
    return running
  }

  function ageOf(at: string): number {
    return Date.parse(deps.clock()) - Date.parse(at)
  }

  async function plan(): Promise<void> {
    if (stop || ended) return
    stop = () => {}
    const [newest] = await listCopies(projectId).then(({ notes }) => notes, () => [])
    if (ended) return
    const wait = newest ? Math.min(every, Math.max(0, every - ageOf(newest.at))) : every
    stop = timing.later(wait, () => {
      stop = null
      void copyIfChanged(0)
    })
  }

  const unwatch = watchCommits((commit) => {
    if (commit.kind === 'committed') void plan()
  })

  return {
    whenHidden: () => copyIfChanged(atLeastApart),
    end: async () => {
      if (ended) return
      ended = true
      unwatch()
      stop?.()
      await copyIfChanged(0)
    },
  }
}
