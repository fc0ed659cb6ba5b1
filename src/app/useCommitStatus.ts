import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'
import { watchCommits, type CommitStatus } from '#workflows/commit'
import { noteStep } from './lastResort'

/** What the database has confirmed, for the status bar. */
export function useCommitStatus(): Readonly<ShallowRef<CommitStatus>> {
  const status = shallowRef<CommitStatus>({ kind: 'idle' })
  const stop = watchCommits((next) => {
    status.value = next
    if (next.kind === 'committed' || next.kind === 'failed') noteStep(`commit ${next.kind}`)
  })
  // What could not be written is still on some desk; closing the window would lose it without a word.
  const ask = (event: BeforeUnloadEvent) => {
    if (status.value.kind === 'failed') event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  onScopeDispose(() => {
    stop()
    removeEventListener('beforeunload', ask)
  })
  return status
}
