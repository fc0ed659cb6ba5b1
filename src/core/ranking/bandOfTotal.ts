import type { Settlement } from '#core/aggregation/settleTotal'
import type { Points } from '#core/points'
import { bandOf } from '#core/ranking/bandOf'
import type { Band } from '#core/records/projectRecord'

/**
 * The band of a total after vetoes (METHOD §6A.20–21): the lowest one where a veto says so or has made the total zero; lowered by n, never
 * below the last; else that of the total. `bands` go from best to worst.
 * @example 优秀 lowered by one // 良好
 */
export function bandOfTotal(bands: readonly Band[], total: Points, effect: Settlement['band']): string | null {
  const own = bandOf(bands, total)
  if (effect.kind === 'lowest') return bands.at(-1)?.name ?? null
  if (effect.kind === 'own' || own === null) return own
  return bandBelow(bands, own, effect.by)
}

/** The band so many below `name`, or the last one. */
export function bandBelow(bands: readonly Band[], name: string, by: number): string | null {
  const at = bands.findIndex((band) => band.name === name)
  return at < 0 ? null : (bands[Math.min(at + by, bands.length - 1)]?.name ?? null)
}
