import { variantFor } from '#core/rubric/bodyOf'
import type { Rule, RubricItem, UnitKind, UnitLevel } from '#core/rubric/rubric'

export { variantFor } from '#core/rubric/bodyOf'

/**
 * The rule by which this unit is scored on the item: that of the first variant whose condition fits and that names one, else the
 * item's own. Full marks, weight and whether the item applies come with it from bodyOf.
 * @example ruleFor(b4, { kind: 'department', level: 'city' }) // full marks for 2,000 to 6,000 characters
 */
export function ruleFor(item: RubricItem, unit: { readonly kind: UnitKind; readonly level: UnitLevel }): Rule {
  return variantFor(item, unit)?.rule ?? item.rule
}
