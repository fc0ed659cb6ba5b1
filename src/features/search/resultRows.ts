import type { UnitId } from '#core/ids'
import type { PhraseHit, UnitHits } from '#features/search/joinSearches'
import { negativeContext, type HitContext } from '#features/search/negativeContext'

/** A line of the result list, all of one height: the heading of a unit, or one place in its report. */
export type ResultRow =
  | { readonly kind: 'unit'; readonly unitId: UnitId; readonly count: number; readonly folded: boolean }
  /** `at`: which of the unit's places that are shown, from 0. */
  | { readonly kind: 'hit'; readonly hit: PhraseHit; readonly at: number; readonly context: HitContext }

export interface ResultChoice {
  /** Units whose places are folded away. */
  readonly folded: ReadonlySet<UnitId>
  /** Only places whose sentence is turned round by 未, 尚未, 有待 …. */
  readonly onlyNegative: boolean
}

/** The lines to be drawn, unit by unit; a unit without a place that is wanted has none. */
export function resultRows(found: readonly UnitHits[], { folded, onlyNegative }: ResultChoice): ResultRow[] {
  return found.flatMap(({ unitId, hits }) => {
    const isFolded = folded.has(unitId)
    if (isFolded && !onlyNegative) return [{ kind: 'unit' as const, unitId, count: hits.length, folded: true }]
    const read = hits.map((hit) => ({ hit, context: negativeContext(hit) })).filter(({ context }) => !onlyNegative || context.negative.length > 0)
    if (read.length === 0) return []
    const heading = { kind: 'unit' as const, unitId, count: read.length, folded: isFolded }
    return isFolded ? [heading] : [heading, ...read.map(({ hit, context }, at) => ({ kind: 'hit' as const, hit, at, context }))]
  })
}
