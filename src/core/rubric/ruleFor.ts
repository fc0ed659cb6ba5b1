import type { Rule, RubricItem, RuleVariant, UnitKind, UnitLevel } from '#core/rubric/rubric'

/**
 * The rule by which this unit is scored on the item: that of the first variant whose condition fits, else the item's own.
 * Full marks M are the item's in every case.
 * @example ruleFor(b4, { kind: 'department', level: 'city' }) // full marks for 2,000 to 6,000 characters
 */
export function ruleFor(item: RubricItem, unit: { readonly kind: UnitKind; readonly level: UnitLevel }): Rule {
  return variantFor(item, unit)?.rule ?? item.rule
}

/** The variant that applies, for its label beside the item; undefined when the item's own rule does. */
export function variantFor(item: RubricItem, unit: { readonly kind: UnitKind; readonly level: UnitLevel }): RuleVariant | undefined {
  return item.variants?.find(
    ({ when }) => (when.kinds?.includes(unit.kind) ?? true) && (when.levels?.includes(unit.level) ?? true),
  )
}
