import type { UnitKind, UnitLevel } from '#core/rubric/rubric'

/**
 * Key of the ranking group of a unit (METHOD §6: year × body type × level): the owner's own group where one is named, else kind and
 * level ("government/county"). The year is the project's.
 */
export function groupOfUnit(unit: { readonly kind: UnitKind; readonly level: UnitLevel; readonly group: string }): string {
  const own = unit.group.trim()
  return own === '' ? `${unit.kind}/${unit.level}` : own
}
