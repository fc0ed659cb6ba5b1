import { inject, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { ProjectId } from '#core/ids'
import { depsKey, type Deps } from '#workflows/deps'
import { watchWork, type WorkStatus } from '#workflows/workStatus'
import { noteStep } from './lastResort'

interface Session {
  readonly look: () => Promise<void>
  readonly hide: () => Promise<void>
  readonly end: () => Promise<void>
}

/** While a project is open it is saved to its file and copied by itself; what comes of it, for the status bar. */
export function useOpenWork(projectId: () => ProjectId | null): Readonly<ShallowRef<WorkStatus | null>> {
  const deps = inject<Deps>(depsKey)!
  const status = shallowRef<WorkStatus | null>(null)
  let session: Promise<Session> | null = null

  const stop = watchWork((next) => {
    if (next?.failure && next.failure !== status.value?.failure) noteStep(`work file ${next.failure.kind}`)
    status.value = next
  })

  function close(): void {
    const closing = session
    session = null
    void closing?.then(({ end }) => end())
  }

  watch(projectId, (id) => {
    close()
    if (id !== null) session = openSession(deps, id)
  }, { immediate: true })

  function onVisibility(): void {
    // A window that goes out of sight may be closed without another word.
    void session?.then(({ look, hide }) => (document.visibilityState === 'hidden' ? hide() : look()))
  }
  document.addEventListener('visibilitychange', onVisibility)
  onScopeDispose(() => {
    stop()
    close()
    document.removeEventListener('visibilitychange', onVisibility)
  })
  return status
}

/** What saves and copies comes after the first screen stands. */
async function openSession(deps: Deps, id: ProjectId): Promise<Session> {
  const [{ beginWork, flushWork, lookAtWork }, { beginCopies }] = await Promise.all([import('#workflows/autosave'), import('#workflows/rollingCopies')])
  const endWork = beginWork(deps, id)
  const copies = beginCopies(deps, id, { later })
  void lookAtWork()
  return {
    look: lookAtWork,
    hide: () => flushWork().then(copies.whenHidden),
    end: () => endWork().then(copies.end),
  }
}

function later(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds)
  return () => clearTimeout(timer)
}
