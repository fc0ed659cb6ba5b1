import type { UnitId } from '#core/ids'
import { plainName } from '#core/text/plainName'

/** Which unit of the project a name read from a report means. Only 'exact' needs no question. */
export type UnitMatch =
  | { readonly kind: 'exact'; readonly unitId: UnitId }
  | { readonly kind: 'likely'; readonly unitId: UnitId }
  | { readonly kind: 'ambiguous'; readonly unitIds: readonly UnitId[] }
  | { readonly kind: 'none' }

/**
 * Exact: the same name but for width and blanks. Likely: the same but for 人民政府/政府 at the end or inside, or one carries the
 * province or city before it ("吉林省甲市" and "甲市人民政府"). Several such: ambiguous, in the order given.
 */
export function matchUnit(name: string, units: readonly { readonly id: UnitId; readonly name: string }[]): UnitMatch {
  const wanted = plainName(name)
  if (wanted === '') return { kind: 'none' }
  const exact = units.find((unit) => plainName(unit.name) === wanted)
  if (exact) return { kind: 'exact', unitId: exact.id }
  const core = coreName(wanted)
  const same = units.filter((unit) => coreName(plainName(unit.name)) === core)
  return matchOf(same.length > 0 ? same : units.filter((unit) => isTailOf(core, coreName(plainName(unit.name)))))
}

function matchOf(found: readonly { readonly id: UnitId }[]): UnitMatch {
  const [first] = found
  if (!first) return { kind: 'none' }
  return found.length === 1 ? { kind: 'likely', unitId: first.id } : { kind: 'ambiguous', unitIds: found.map((unit) => unit.id) }
}

function isTailOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.endsWith(short)
}

function coreName(name: string): string {
  const shorter = name.replaceAll('人民政府', '政府')
  return shorter.length > 3 ? shorter.replace(/政府$/, '') : shorter
}
