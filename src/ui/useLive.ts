import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/** What a live query returns; Dexie's observables have this shape. */
export interface LiveSource<T> {
  subscribe(next: (value: T) => void, error: (error: unknown) => void): { unsubscribe(): void }
}

export interface Live<T> {
  /** The latest answer; undefined before the first one, and again as soon as the source changes. */
  readonly value: Readonly<ShallowRef<T | undefined>>
  /** Whether the present source has answered; tells "none" (undefined) from "not yet". */
  readonly ready: Readonly<ShallowRef<boolean>>
  /** What the query failed with; null while it works. */
  readonly error: Readonly<ShallowRef<unknown>>
}

/**
 * Follows a live query as long as the calling scope lives. Give a function when the query depends on refs: it is asked anew when
 * they change (null: nothing to follow), and the old answer is dropped at once, so that one unit's marks never show under another's name.
 * @example const { value: units, error } = useLive(() => watchUnits(props.projectId))
 */
export function useLive<T>(source: LiveSource<T> | (() => LiveSource<T> | null | undefined)): Live<T> {
  const value = shallowRef<T>()
  const ready = shallowRef(false)
  const error = shallowRef<unknown>(null)
  let subscription: { unsubscribe(): void } | null = null

  function follow(next: LiveSource<T> | null | undefined): void {
    subscription?.unsubscribe()
    subscription = null
    value.value = undefined
    ready.value = false
    error.value = null
    if (!next) return
    let current = true
    const opened = next.subscribe(
      (answer) => {
        if (!current) return
        value.value = answer
        ready.value = true
        error.value = null
      },
      (problem) => {
        if (current) error.value = problem ?? new Error('live query failed')
      },
    )
    subscription = {
      unsubscribe() {
        current = false
        opened.unsubscribe()
      },
    }
  }

  if (typeof source === 'function') watch(source, follow, { immediate: true, flush: 'sync' })
  else follow(source)
  onScopeDispose(() => subscription?.unsubscribe())
  return { value, ready, error }
}
