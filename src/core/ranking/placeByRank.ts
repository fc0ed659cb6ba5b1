import type { LaidItem } from '#core/aggregation/bodyLayout'
import type { ItemMark, UnitScores } from '#core/aggregation/scoreUnit'
import { pointsOf, zeroPoints, type Points } from '#core/points'
import { openScore, type ItemScore } from '#core/scoring/scoreItem'
import { scoreByRank } from '#core/scoring/scoreByRank'
import type { ItemId } from '#core/ids'

/** A unit of one ranking group before places are known, and what was entered for it. */
export interface PlacedUnit {
  readonly scores: UnitScores
  readonly marks: ReadonlyMap<ItemId, ItemMark>
}

/**
 * Points by place (R8), once all units of the ranking group are in; returns the units in their order with these items scored (METHOD
 * §6A.24, §6A.37).
 *
 * Invalid and suspended units, and those for which the item is N/A, was ruled or has another rule, take no place, and places close up; the own
 * item of an invalid or suspended unit is pending. While one value is open (pending, not entered, or no longer fitting), the item is
 * pending for all others that have theirs. Not found is a value of 0.
 * @example values 40, 30 and one pending // all three open; with 20 for the third: M, M × 30 ÷ 40, M × 20 ÷ 40
 */
export function placeByRank(units: readonly PlacedUnit[]): UnitScores[] {
  const first = units[0]
  if (!first) return []
  const items = first.scores.layout.items.map((_, index) => placeItem(units, 'items', index))
  const sources = first.scores.layout.sources.map((_, index) => placeItem(units, 'sources', index))
  const bonus = first.scores.layout.bonus.map((_, index) => placeItem(units, 'bonus', index))
  return units.map(({ scores }, unit) => ({
    ...scores,
    items: items.map((column, index) => column?.[unit] ?? (scores.items[index] as ItemScore)),
    sources: sources.map((column, index) => column?.[unit] ?? (scores.sources[index] as ItemScore)),
    bonus: bonus.map((column, index) => column?.[unit] ?? (scores.bonus[index] as ItemScore)),
  }))
}

type Entered =
  | { readonly kind: 'value'; readonly value: Points }
  | { readonly kind: 'open' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'apart' }

type PlacedList = 'items' | 'sources' | 'bonus'

/** The item's scores, one a unit; null where no unit has it by rank. */
function placeItem(units: readonly PlacedUnit[], list: PlacedList, index: number): ItemScore[] | null {
  const laidOf = ({ scores }: PlacedUnit): LaidItem => scores.layout[list][index] as LaidItem
  if (!units.some((unit) => laidOf(unit).body.rule.kind === 'byRank')) return null
  const entered = units.map((unit) => enteredOf(unit, laidOf(unit), unit.scores[list][index] as ItemScore, list))
  const values = entered.flatMap((one) => (one.kind === 'value' ? [one.value] : []))
  const waiting = entered.some((one) => one.kind === 'open')
  return units.map((unit, at) => {
    const one = entered[at] as Entered
    const { body } = laidOf(unit)
    const own = unit.scores[list][index] as ItemScore
    if (one.kind === 'apart' || one.kind === 'open') return own
    if (one.kind !== 'value' || waiting) return openScore(body, 'pending')
    const result = body.rule.kind === 'byRank' ? scoreByRank(body.rule, body.full, one.value, values) : null
    if (!result?.ok || result.value.kind !== 'points') return own
    const { points, formula } = result.value
    return { state: own.state, points, range: { low: points, high: points }, formula }
  })
}

function enteredOf({ scores, marks }: PlacedUnit, { item, body }: LaidItem, own: ItemScore, list: PlacedList): Entered {
  if (body.rule.kind !== 'byRank' || own.range === null) return { kind: 'apart' }
  if (scores.vetoes.some(({ applies, effect }) => applies && (effect.kind === 'invalid' || effect.kind === 'suspended'))) return { kind: 'removed' }
  // Outside the base total what nobody has recorded is none, and none takes no place.
  if (list === 'bonus' && own.state === 'unscored') return { kind: 'apart' }
  // Points that are there already were ruled: such a unit takes no place.
  if (own.points !== null) return { kind: 'apart' }
  const mark = marks.get(item.id)
  if (own.state === 'notFound') return { kind: 'value', value: zeroPoints }
  if (own.state !== 'scored' || mark?.answer?.kind !== 'byRank') return { kind: 'open' }
  return { kind: 'value', value: pointsOf(mark.answer.value) }
}
