/**
 * Writes in the order in which they were asked for, one after the other for each key, side by side for different keys.
 * A write that fails does not stop those behind it: each carries the whole state of its item.
 */
export interface SaveQueue<J, R> {
  /** Resolves with what the write returned; rejects only if it threw. */
  readonly add: (key: string, job: J) => Promise<R>
  /** Whether something for this key is still on its way. */
  readonly has: (key: string) => boolean
}

export function makeSaveQueue<J, R>(write: (job: J) => Promise<R>): SaveQueue<J, R> {
  const tails = new Map<string, Promise<unknown>>()

  function add(key: string, job: J): Promise<R> {
    const before = tails.get(key) ?? Promise.resolve()
    const run = before.then(() => write(job))
    const tail = run.then(settle, settle)
    tails.set(key, tail)
    return run

    function settle(): void {
      if (tails.get(key) === tail) tails.delete(key)
    }
  }

  return { add, has: (key) => tails.has(key) }
}
