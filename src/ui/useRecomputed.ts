import { onScopeDispose, shallowRef, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue'
import type { LiveSource } from '#ui/useLive'

export interface Recomputed<T> {
  /** The latest answer; it stays while a newer one is being computed, and goes when `key` changes. */
  readonly value: Readonly<ShallowRef<T | undefined>>
  readonly busy: Readonly<ShallowRef<boolean>>
  /** What the last computation, or a source, failed with; null while it works. */
  readonly error: Readonly<ShallowRef<unknown>>
  readonly again: () => void
}

/**
 * A value that costs something to compute, kept up to date: computed at once, then again (after a quiet moment) whenever one of the
 * live sources speaks. Answers that were overtaken are dropped. `key` null: nothing to compute yet; another key: another question.
 * @example useRecomputed({ key: assessorId, sources: (id) => [watchProgress(projectId, id)], compute: (id) => computeRanking(projectId, id) })
 */
export function useRecomputed<K, T>(options: {
  readonly key: MaybeRefOrGetter<K | null>
  readonly sources: (key: K) => readonly LiveSource<unknown>[]
  readonly compute: (key: K) => Promise<T>
  readonly quietMs?: number
}): Recomputed<T> {
  const value = shallowRef<T>()
  const busy = shallowRef(false)
  const error = shallowRef<unknown>(null)
  let question = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** A source has spoken since the last computation began: what stands there is out of date. */
  let outdated = false
  let subscriptions: readonly { unsubscribe(): void }[] = []

  async function compute(key: K): Promise<void> {
    question += 1
    const mine = question
    outdated = false
    busy.value = true
    try {
      const answer = await options.compute(key)
      if (mine !== question) return
      value.value = answer
      error.value = null
    } catch (problem) {
      if (mine === question) error.value = problem ?? new Error('computation failed')
    } finally {
      if (mine === question) busy.value = outdated
    }
  }

  function stop(): void {
    clearTimeout(timer)
    subscriptions.forEach((subscription) => subscription.unsubscribe())
    subscriptions = []
    question += 1
  }

  function start(key: K | null): void {
    stop()
    value.value = undefined
    error.value = null
    busy.value = false
    if (key === null) return
    void compute(key)
    subscriptions = options.sources(key).map((source) => {
      // What a source says first is what has just been asked for.
      let first = true
      return source.subscribe(
        () => {
          if (!first) later(key)
          first = false
        },
        (problem) => { error.value = problem ?? new Error('live query failed') },
      )
    })
  }

  function later(key: K): void {
    clearTimeout(timer)
    outdated = true
    busy.value = true
    timer = setTimeout(() => void compute(key), options.quietMs ?? 250)
  }

  function again(): void {
    const key = toValue(options.key)
    if (key !== null) void compute(key)
  }

  watch(() => toValue(options.key), start, { immediate: true })
  onScopeDispose(stop)
  return { value, busy, error, again }
}
