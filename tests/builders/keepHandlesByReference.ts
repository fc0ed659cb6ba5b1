import { afterAll, beforeAll, vi } from 'vitest'

/** A browser keeps file handles in IndexedDB; the one in memory cannot clone what has functions, so these go by reference. */
export function keepHandlesByReference(): void {
  const clone = globalThis.structuredClone
  beforeAll(() => {
    const keep = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null) return value
      if ('createWritable' in value) return value
      if (Object.getPrototypeOf(value) === Object.prototype) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, keep(inner)]))
      return clone(value)
    }
    vi.stubGlobal('structuredClone', keep)
  })
  afterAll(() => vi.unstubAllGlobals())
}
