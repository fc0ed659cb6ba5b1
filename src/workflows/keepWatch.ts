import { renewSentinel } from '#storage/sentinel'
import { askPersistenceInTime } from '#workflows/askPersistence'
import { watchCommits } from '#workflows/commit'

const restMs = 400

/**
 * Renews the sentinel whenever writing has come to rest, and asks for persistent storage when there is something worth keeping. Begins after
 * a loss was looked for, and told. Ends with what it returns.
 */
export function keepWatch(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  // At the start, too: a database from before there was a sentinel gets one.
  const atRest = (): void => {
    // A database that was taken away is told elsewhere.
    renewSentinel().then(askPersistenceInTime).catch(() => {})
  }
  const stop = watchCommits((status) => {
    if (status.kind !== 'committed' && status.kind !== 'idle') return
    clearTimeout(timer)
    timer = setTimeout(atRest, restMs)
  })
  return () => {
    clearTimeout(timer)
    stop()
  }
}
