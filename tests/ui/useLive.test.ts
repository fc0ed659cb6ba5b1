import { effectScope, nextTick, ref } from 'vue'
import { expect, test } from 'vitest'
import { useLive, type LiveSource } from '#ui/useLive'

/** A live query in the hand: what it says and how many listen. */
function aQuery<T>() {
  const listeners = new Set<{ next: (value: T) => void; error: (error: unknown) => void }>()
  const source: LiveSource<T> = {
    subscribe(next, error) {
      const listener = { next, error }
      listeners.add(listener)
      return { unsubscribe: () => void listeners.delete(listener) }
    },
  }
  return {
    source,
    listenerCount: () => listeners.size,
    say: (value: T) => listeners.forEach((listener) => listener.next(value)),
    fail: (error: unknown) => listeners.forEach((listener) => listener.error(error)),
    /** Keeps a listener as a late answer would find it. */
    lateListener: () => [...listeners][0]!,
  }
}

test('shows the latest answer and stops with its scope', () => {
  const query = aQuery<number>()
  const scope = effectScope()
  const live = scope.run(() => useLive(query.source))!
  expect([live.value.value, live.ready.value]).toEqual([undefined, false])
  query.say(1)
  query.say(2)
  expect([live.value.value, live.ready.value]).toEqual([2, true])
  scope.stop()
  expect(query.listenerCount()).toBe(0)
})

test('"none" is an answer', () => {
  const query = aQuery<string | undefined>()
  const live = effectScope().run(() => useLive(query.source))!
  query.say(undefined)
  expect([live.value.value, live.ready.value]).toEqual([undefined, true])
})

test('a failure is kept until the next answer, and the last answer stays', () => {
  const query = aQuery<number>()
  const live = effectScope().run(() => useLive(query.source))!
  const failure = new Error('closed')
  query.say(1)
  query.fail(failure)
  expect([live.value.value, live.error.value]).toEqual([1, failure])
  query.say(2)
  expect([live.value.value, live.error.value]).toEqual([2, null])
})

test('another source drops the old answer at once and ignores its late ones', async () => {
  const queries = { a: aQuery<string>(), b: aQuery<string>() }
  const unit = ref<'a' | 'b' | null>('a')
  const live = effectScope().run(() => useLive(() => (unit.value ? queries[unit.value].source : null)))!
  queries.a.say('marks of a')
  const late = queries.a.lateListener()
  unit.value = 'b'
  expect([live.value.value, live.ready.value, queries.a.listenerCount()]).toEqual([undefined, false, 0])
  late.next('late marks of a')
  late.error(new Error('late'))
  expect([live.value.value, live.error.value]).toEqual([undefined, null])
  queries.b.say('marks of b')
  expect(live.value.value).toBe('marks of b')
  unit.value = null
  await nextTick()
  expect([live.value.value, queries.b.listenerCount()]).toEqual([undefined, 0])
})
