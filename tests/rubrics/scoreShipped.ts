import { rollUpUnit } from '#core/aggregation/rollUpUnits'
import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { ItemMark } from '#core/aggregation/scoreUnit'
import { formatPoints } from '#core/points'
import type { ItemId } from '#core/ids'
import { flattenItems } from '#core/rubric/flattenItems'
import type { Rubric, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { ruleFor } from '#core/rubric/ruleFor'
import type { Answer } from '#core/scoring/answer'
import { fullAnswer } from './fullAnswer'
import { itemsOutside } from './loadShipped'

export type Given = Readonly<Record<string, Answer | 'notApplicable'>>

/** Marks of a unit whose items are answered as given, and with full marks where nothing is given. */
export function marksOf(rubric: Rubric, unit: { readonly kind: UnitKind; readonly level: UnitLevel }, given: Given): Map<ItemId, ItemMark> {
  const items = flattenItems(rubric)
  const ids = new Set([...items, ...itemsOutside(rubric)].map(({ id }) => id as string))
  const stray = Object.keys(given).filter((id) => !ids.has(id))
  if (stray.length > 0) throw new Error(`no such items: ${stray.join(' ')}`)
  const marks = new Map<ItemId, ItemMark>(items.map((item) => [item.id, { state: 'scored', answer: fullAnswer(ruleFor(item, unit)) }]))
  for (const [id, answer] of Object.entries(given)) {
    marks.set(id as ItemId, answer === 'notApplicable' ? { state: 'notApplicable', answer: null } : { state: 'scored', answer })
  }
  return marks
}

/** The tree of such a unit, for the report year 2024. */
export function scoreShipped(rubric: Rubric, unit: { readonly kind: UnitKind; readonly level: UnitLevel }, given: Given): ScoreTree {
  return rollUpUnit(rubric, unit, 2024, marksOf(rubric, unit, given))
}

/** Base and total with two decimals; a range where something is open. */
export function totals({ base, total, settled }: ScoreTree): { readonly base: string; readonly total: string; readonly band: string } {
  const write = (range: ScoreTree['total']): string => {
    if (!range) return 'none'
    const [low, high] = [formatPoints(range.low, 2), formatPoints(range.high, 2)]
    return low === high ? low : `${low}–${high}`
  }
  const band = settled?.low.band
  return { base: write(base), total: write(total), band: band?.kind === 'lowered' ? `lowered by ${band.by}` : (band?.kind ?? 'none') }
}
