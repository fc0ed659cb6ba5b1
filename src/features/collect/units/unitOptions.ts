import type { UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { Translate } from '#features/collect/problems'

interface Option<V> {
  readonly value: V
  readonly label: string
}

const kinds: readonly UnitKind[] = ['government', 'department']
const levels: readonly UnitLevel[] = ['province', 'city', 'county', 'township']

export function kindOptions(t: Translate): Option<UnitKind>[] {
  return kinds.map((kind) => ({ value: kind, label: t(`ui.unitKind.${kind}`) }))
}

export function levelOptions(t: Translate): Option<UnitLevel>[] {
  return levels.map((level) => ({ value: level, label: t(`ui.unitLevel.${level}`) }))
}
