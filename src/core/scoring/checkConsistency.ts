import type { ItemId } from '#core/ids'
import { comparePoints, zeroPoints, type Points } from '#core/points'
import type { ItemCondition, Rubric, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { bodyOf } from '#core/rubric/bodyOf'
import { allItems } from '#core/rubric/allItems'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { scoreItem } from '#core/scoring/scoreItem'

/** Two judgements that do not fit together; shown while scoring, blocks nothing and changes no point. */
export interface ConsistencyWarning {
  readonly rule: string
  readonly message: string
  /** The items of the rule whose condition should hold and does not. */
  readonly items: readonly ItemId[]
  /** The items that it follows from. */
  readonly because: readonly ItemId[]
}

/**
 * The rubric's consistency rules that a unit's marks break: every `when` holds and some `then` does not.
 *
 * 'settled' is scored, not found or not applicable. The conditions on points say nothing of an item that is open or not applicable: they
 * neither hold nor fail, and give no warning before there is something to warn of. A veto that applies counts as full and above
 * zero, one that does not as zero.
 * @example when D1 is above zero, then D3 settled; D1 scored, D3 empty // a warning about D3
 */
export function checkConsistency(
  rubric: Rubric,
  unit: { readonly kind: UnitKind; readonly level: UnitLevel },
  year: number,
  marks: ReadonlyMap<ItemId, { readonly state: ItemState; readonly answer: Answer | null }>,
): ConsistencyWarning[] {
  if (!rubric.consistency) return []
  const items = new Map(allItems(rubric).map((item) => [item.id, item]))
  return rubric.consistency.flatMap((rule): ConsistencyWarning[] => {
    if (!rule.when.every((condition) => holds(condition) === true)) return []
    const broken = rule.then.filter((condition) => holds(condition) === false)
    if (broken.length === 0) return []
    return [{ rule: rule.id, message: rule.message, items: broken.map(({ item }) => item), because: rule.when.map(({ item }) => item) }]
  })

  /** Null: cannot be said. */
  function holds(condition: ItemCondition): boolean | null {
    const item = items.get(condition.item)
    if (!item) return null
    const mark = marks.get(item.id)
    const result = scoreItem(item, unit, year, mark?.state ?? 'unscored', mark?.answer ?? null)
    const state = result.ok ? result.value.state : 'pending'
    if (condition.is === 'settled') return state !== 'pending' && state !== 'unscored'
    if (condition.is === 'not-applicable') return state === 'pending' || state === 'unscored' ? null : state === 'notApplicable'
    if (mark?.answer?.kind === 'veto') return mark.answer.applies === (condition.is === 'full' || condition.is === 'above-zero')
    const points = result.ok ? result.value.points : null
    return points === null ? null : compares(condition.is, points, bodyOf(item, unit).full)
  }
}

function compares(is: 'full' | 'zero' | 'above-zero' | 'below-full', points: Points, full: Points): boolean {
  switch (is) {
    case 'full':
      return comparePoints(points, full) >= 0
    case 'below-full':
      return comparePoints(points, full) < 0
    case 'zero':
      return comparePoints(points, zeroPoints) === 0
    case 'above-zero':
      return comparePoints(points, zeroPoints) > 0
  }
}
