import type { UnitId } from '#core/ids'
import type { UnitHits } from '#features/search/arrangeFound'
import { negativeContext, type HitContext } from '#features/search/negativeContext'
import type { SearchHit } from '#workflows/searchReports'

/** A line of the result list, all of one height: the heading of a unit, or one place in its report. */
export type ResultRow =
  | { readonly kind: 'unit'; readonly unitId: UnitId; readonly count: number; readonly folded: boolean }
  /** `at`: which of the unit's places that are shown, from 0. */
  | { readonly kind: 'hit'; readonly hit: SearchHit; readonly at: number }

export interface ResultChoice {
  /** Units whose places are folded away. */
  readonly folded: ReadonlySet<UnitId>
  /** Only places whose sentence is turned round by 未, 尚未, 有待 …. */
  readonly onlyNegative: boolean
}

/** The lines to be drawn, unit by unit; a unit without a place that is wanted has none, one of which no place is listed only its name. */
export function resultRows(found: readonly UnitHits[], { folded, onlyNegative }: ResultChoice): ResultRow[] {
  return found.flatMap(({ unitId, count, hits }) => {
    const wanted = onlyNegative ? hits.filter((hit) => contextOf(hit).negative.length > 0) : hits
    if (onlyNegative && wanted.length === 0) return []
    const isFolded = folded.has(unitId) || wanted.length === 0
    const heading = { kind: 'unit' as const, unitId, count: onlyNegative ? wanted.length : count, folded: isFolded }
    return isFolded ? [heading] : [heading, ...wanted.map((hit, at) => ({ kind: 'hit' as const, hit, at }))]
  })
}

const read = new WeakMap<SearchHit, HitContext>()

/** The surroundings of a hit, read when it is first shown: of thousands of hits only those in sight are. */
export function contextOf(hit: SearchHit): HitContext {
  let context = read.get(hit)
  if (!context) read.set(hit, (context = negativeContext(hit)))
  return context
}
