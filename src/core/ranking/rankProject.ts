import { rollUpUnits, type UnitMarks } from '#core/aggregation/rollUpUnits'
import { pointsOf } from '#core/points'
import { groupOfUnit } from '#core/ranking/groupOfUnit'
import type { Ranking } from '#core/ranking/ranking'
import { rankUnits, type UnitTree } from '#core/ranking/rankUnits'
import type { ProjectSettings } from '#core/records/projectRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { Rubric } from '#core/rubric/rubric'

/**
 * One ranking for every ranking group of a project (METHOD §6), groups in the order in which their first unit was added. Archived and
 * removed units are the caller's to leave out. A unit without a scorecard has every item unscored.
 */
export function rankProject(
  rubric: Rubric,
  project: { readonly year: number; readonly settings: ProjectSettings },
  units: readonly Pick<UnitRecord, 'id' | 'name' | 'kind' | 'level' | 'group' | 'position'>[],
  marksOf: (unitId: UnitRecord['id']) => UnitMarks['marks'],
): Ranking[] {
  const ordered = [...units].sort((a, b) => a.position - b.position)
  const trees = rollUpUnits(rubric, project.year, ordered.map((unit) => ({ kind: unit.kind, level: unit.level, marks: marksOf(unit.id) })))
  const groups = new Map<string, UnitTree[]>()
  ordered.forEach((unit, index) => {
    const key = groupOfUnit(unit)
    const members = groups.get(key) ?? []
    members.push({ unitId: unit.id, name: unit.name, tree: trees[index] as UnitTree['tree'] })
    groups.set(key, members)
  })
  return [...groups].map(([group, members]) => rankUnits(group, pointsOf(rubric.full), members, project.settings))
}
