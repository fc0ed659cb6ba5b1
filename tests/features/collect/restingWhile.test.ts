import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ref } from 'vue'
import { restingWhile } from '#features/collect/restingWhile'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

/** A query that answers at once and after every change, as long as somebody listens. */
function aSource() {
  const listeners = new Set<(value: number) => void>()
  let value = 0
  let asked = 0
  return {
    change: () => {
      value += 1
      for (const next of [...listeners]) tell(next)
    },
    asked: () => asked,
    subscribe: (next: (value: number) => void) => {
      listeners.add(next)
      queueMicrotask(() => { if (listeners.has(next)) tell(next) })
      return { unsubscribe: () => listeners.delete(next) }
    },
  }
  function tell(next: (value: number) => void): void {
    asked += 1
    next(value)
  }
}

test('while busy it is asked now and then, and the last state arrives', async () => {
  const source = aSource()
  const heard: number[] = []
  const isBusy = ref(false)
  const { unsubscribe } = restingWhile(source, () => isBusy.value, 1000).subscribe((value) => heard.push(value), () => {})
  await vi.advanceTimersByTimeAsync(0)
  source.change()
  expect(heard).toEqual([0, 1])
  isBusy.value = true
  for (let write = 0; write < 500; write += 1) {
    source.change()
    await vi.advanceTimersByTimeAsync(10)
  }
  expect(source.asked()).toBeLessThan(10)
  isBusy.value = false
  await vi.advanceTimersByTimeAsync(0)
  expect(heard.at(-1)).toBe(501)
  source.change()
  expect(heard.at(-1)).toBe(502)
  unsubscribe()
  source.change()
  expect(heard.at(-1)).toBe(502)
})

test('who leaves while it rests is not called again', async () => {
  const source = aSource()
  const heard: number[] = []
  const { unsubscribe } = restingWhile(source, () => true, 1000).subscribe((value) => heard.push(value), () => {})
  await vi.advanceTimersByTimeAsync(0)
  unsubscribe()
  source.change()
  await vi.advanceTimersByTimeAsync(5000)
  expect(heard).toEqual([0])
})
