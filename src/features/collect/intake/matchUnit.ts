import type { UnitId } from '#core/ids'
import { plainName } from '#core/text/plainName'

/** Which unit of the project a name read from a report means. Only 'exact' needs no question. */
export type UnitMatch =
  | { readonly kind: 'exact'; readonly unitId: UnitId }
  | { readonly kind: 'likely'; readonly unitId: UnitId }
  | { readonly kind: 'ambiguous'; readonly unitIds: readonly UnitId[] }
  | { readonly kind: 'none' }

export interface KnownUnit {
  readonly id: UnitId
  readonly name: string
  /** GB/T 2260; null = unknown. */
  readonly code: string | null
}

/** The units of a project by what is asked about them again and again: thousands of files are held against thousands of units. */
export interface UnitIndex {
  readonly size: number
  readonly byId: ReadonlyMap<UnitId, KnownUnit>
  readonly byPlainName: ReadonlyMap<string, UnitId>
  /** In the order of the units. */
  readonly cores: readonly { readonly id: UnitId; readonly core: string }[]
  readonly byCore: ReadonlyMap<string, readonly UnitId[]>
}

export function indexUnits(units: readonly KnownUnit[]): UnitIndex {
  const byPlainName = new Map<string, UnitId>()
  const byCore = new Map<string, UnitId[]>()
  const cores = units.map(({ id, name }) => {
    const plain = plainName(name)
    const core = coreName(plain)
    if (!byPlainName.has(plain)) byPlainName.set(plain, id)
    byCore.set(core, [...(byCore.get(core) ?? []), id])
    return { id, core }
  })
  return { size: units.length, byId: new Map(units.map((unit) => [unit.id, unit])), byPlainName, cores, byCore }
}

/**
 * Exact: the same name but for width and blanks. Likely: the same but for 人民政府/政府 at the end or inside, or one carries the
 * province or city before it ("吉林省甲市" and "甲市人民政府"). Several such: ambiguous, in the order given.
 */
export function matchUnit(name: string, units: UnitIndex): UnitMatch {
  const wanted = plainName(name)
  if (wanted === '') return { kind: 'none' }
  const exact = units.byPlainName.get(wanted)
  if (exact !== undefined) return { kind: 'exact', unitId: exact }
  const core = coreName(wanted)
  return matchOf(units.byCore.get(core) ?? units.cores.filter((unit) => isTailOf(core, unit.core)).map(({ id }) => id))
}

function matchOf(found: readonly UnitId[]): UnitMatch {
  const [first] = found
  if (first === undefined) return { kind: 'none' }
  return found.length === 1 ? { kind: 'likely', unitId: first } : { kind: 'ambiguous', unitIds: found }
}

function isTailOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length >= 3 && long.endsWith(short)
}

function coreName(name: string): string {
  const shorter = name.replaceAll('人民政府', '政府')
  return shorter.length > 3 ? shorter.replace(/政府$/, '') : shorter
}
