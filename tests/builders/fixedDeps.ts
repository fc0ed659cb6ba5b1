import type { Instant } from '#core/ids'
import type { Deps } from '#workflows/deps'

/** Repeatable deps: the clock ticks a second a call, ids count up, saved files are kept for the test to look at. */
export function fixedDeps(first = 1): Deps & { readonly saved: { readonly name: string; readonly bytes: Uint8Array }[] } {
  let ticks = 0
  let ids = first
  const saved: { name: string; bytes: Uint8Array }[] = []
  return {
    clock: () => new Date(Date.UTC(2025, 2, 1, 6, 30, ticks++)).toISOString() as Instant,
    newId: () => String(ids++).padStart(26, '0'),
    appVersion: '0.0.0-test',
    saveFile: async (name, bytes) => {
      saved.push({ name, bytes })
    },
    saved,
  }
}
