import { effectScope, nextTick, ref } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useRecomputed } from '#ui/useRecomputed'
import type { LiveSource } from '#ui/useLive'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function aSource() {
  const listeners = new Set<() => void>()
  const source: LiveSource<unknown> = { subscribe: (next) => { const listener = () => next(null); listeners.add(listener); return { unsubscribe: () => void listeners.delete(listener) } } }
  return { source, say: () => listeners.forEach((listener) => listener()), listening: () => listeners.size }
}

/** A computation whose answers come when the test says so. */
function aComputation() {
  const asked: { key: string; answer: (value: string) => void; fail: (error: Error) => void }[] = []
  return { asked, compute: (key: string) => new Promise<string>((answer, fail) => { asked.push({ key, answer, fail }) }) }
}

test('computes at once, and once more after a burst of changes; the old answer stays meanwhile', async () => {
  const { source, say } = aSource()
  const { asked, compute } = aComputation()
  const { value, busy } = effectScope().run(() => useRecomputed({ key: 'a', sources: () => [source], compute }))!
  say() // the first thing a live query says is what has just been asked for
  asked[0]?.answer('first')
  await vi.advanceTimersByTimeAsync(1000)
  expect([asked.length, value.value, busy.value]).toEqual([1, 'first', false])
  say()
  say()
  say()
  await vi.advanceTimersByTimeAsync(1000)
  expect([asked.length, value.value, busy.value]).toEqual([2, 'first', true])
  asked[1]?.answer('second')
  await vi.advanceTimersByTimeAsync(0)
  expect([value.value, busy.value]).toEqual(['second', false])
})

test('from the moment a source speaks until its answer is there, it is busy', async () => {
  const { source, say } = aSource()
  const { asked, compute } = aComputation()
  const { value, busy } = effectScope().run(() => useRecomputed({ key: 'a', sources: () => [source], compute }))!
  say()
  say() // a change while the first answer is still being computed
  asked[0]?.answer('first')
  await vi.advanceTimersByTimeAsync(0)
  expect([value.value, busy.value]).toEqual(['first', true])
  await vi.advanceTimersByTimeAsync(1000)
  asked[1]?.answer('second')
  await vi.advanceTimersByTimeAsync(0)
  expect([value.value, busy.value]).toEqual(['second', false])
  say()
  expect(busy.value).toBe(true)
})

test('an answer that was overtaken is dropped', async () => {
  const { asked, compute } = aComputation()
  const { value, again } = effectScope().run(() => useRecomputed({ key: 'a', sources: () => [], compute }))!
  again()
  asked[1]?.answer('newer')
  asked[0]?.answer('older')
  await vi.advanceTimersByTimeAsync(0)
  expect(value.value).toBe('newer')
})

test('a failure is told, the last answer stays, and the next success clears it', async () => {
  const { asked, compute } = aComputation()
  const { value, error, again } = effectScope().run(() => useRecomputed({ key: 'a', sources: () => [], compute }))!
  asked[0]?.answer('good')
  await vi.advanceTimersByTimeAsync(0)
  again()
  const failure = new Error('worker died')
  asked[1]?.fail(failure)
  await vi.advanceTimersByTimeAsync(0)
  expect([value.value, error.value]).toEqual(['good', failure])
  again()
  asked[2]?.answer('better')
  await vi.advanceTimersByTimeAsync(0)
  expect([value.value, error.value]).toEqual(['better', null])
})

test("another key drops the old answer; no key computes nothing; the scope's end lets go of the sources", async () => {
  const { source, listening } = aSource()
  const { asked, compute } = aComputation()
  const key = ref<string | null>('a')
  const scope = effectScope()
  const { value } = scope.run(() => useRecomputed({ key, sources: () => [source], compute }))!
  asked[0]?.answer('of a')
  await vi.advanceTimersByTimeAsync(0)
  key.value = 'b'
  await nextTick()
  expect([value.value, asked.map((each) => each.key), listening()]).toEqual([undefined, ['a', 'b'], 1])
  key.value = null
  await nextTick()
  expect([asked.length, listening()]).toEqual([2, 0])
  key.value = 'a'
  await nextTick()
  scope.stop()
  expect(listening()).toBe(0)
})
