import { pointsOf, type Points } from '#core/points'
import type { Rule, RubricItem, RuleVariant, UnitKind, UnitLevel } from '#core/rubric/rubric'

/** An item as it is for one kind of body. */
export interface BodyItem {
  readonly rule: Rule
  /** Full marks M. */
  readonly full: Points
  /** Weight among its siblings; null where the rubric is in points. */
  readonly weight: Points | null
  /** False: not applicable for these bodies by the rubric itself; no entry and no signature is needed. */
  readonly applies: boolean
  /** Of the variant that made it so; null for the item's own. */
  readonly label: string | null
}

/**
 * The item as this unit is scored on it (body types): the first variant whose condition fits says what is different, the item's own
 * rule, full marks and weight hold otherwise.
 * @example bodyOf(reconsideration, { kind: 'department', level: 'city' }) // { …, applies: false, label: '部门' }
 */
export function bodyOf(item: RubricItem, unit: { readonly kind: UnitKind; readonly level: UnitLevel }): BodyItem {
  const variant = variantFor(item, unit)
  const weight = variant?.weight ?? item.weight
  return {
    rule: variant?.rule ?? item.rule,
    full: pointsOf(variant?.full ?? item.full),
    weight: weight === undefined ? null : pointsOf(weight),
    applies: variant?.applies !== false,
    label: variant?.label ?? null,
  }
}

/** The variant that fits, undefined when the item is as it stands. */
export function variantFor(item: RubricItem, unit: { readonly kind: UnitKind; readonly level: UnitLevel }): RuleVariant | undefined {
  return item.variants?.find(
    ({ when }) => (when.kinds?.includes(unit.kind) ?? true) && (when.levels?.includes(unit.level) ?? true),
  )
}
