import { layoutsOf } from '#core/aggregation/bodyLayout'
import { rollUpScores } from '#core/aggregation/rollUpUnits'
import { scoreUnit, type UnitMarks } from '#core/aggregation/scoreUnit'
import type { CalendarDay } from '#core/calendarDay'
import { pointsOf } from '#core/points'
import { groupOfUnit } from '#core/ranking/groupOfUnit'
import { placeByRank, type PlacedUnit } from '#core/ranking/placeByRank'
import type { Ranking } from '#core/ranking/ranking'
import { rankUnits, type RankSettings, type UnitTree } from '#core/ranking/rankUnits'
import type { ProjectSettings } from '#core/records/projectRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { Rubric } from '#core/rubric/rubric'

type RankedUnit = Pick<UnitRecord, 'id' | 'name' | 'kind' | 'level' | 'group' | 'position'>

/**
 * One ranking for every ranking group of a project (METHOD §6), groups in the order in which their first unit was added. Archived and
 * removed units are the caller's to leave out. A unit without a scorecard has every item unscored. `publishedOn` is asked only where
 * ties are parted by day.
 *
 * Two passes: every unit is scored alone; then items by rank (R8) are placed among the units of each group, and totals follow.
 */
export function rankProject(
  rubric: Rubric,
  project: { readonly year: number; readonly settings: ProjectSettings },
  units: readonly RankedUnit[],
  marksOf: (unitId: UnitRecord['id']) => UnitMarks['marks'],
  { publishedOn }: { readonly publishedOn?: (unitId: UnitRecord['id']) => CalendarDay | null } = {},
): Ranking[] {
  const layoutOf = layoutsOf(rubric)
  const groups = new Map<string, { readonly unit: RankedUnit; readonly placed: PlacedUnit }[]>()
  for (const unit of [...units].sort((a, b) => a.position - b.position)) {
    const marks = marksOf(unit.id)
    const key = groupOfUnit(unit)
    const members = groups.get(key) ?? []
    members.push({ unit, placed: { scores: scoreUnit(layoutOf(unit), project.year, marks), marks } })
    groups.set(key, members)
  }
  const settings: RankSettings = { ...project.settings, ...(rubric.leastSettledShare !== undefined && { leastSettledShare: rubric.leastSettledShare }) }
  return [...groups].map(([group, members]) => {
    const trees = rollUpScores(rubric, placeByRank(members.map(({ placed }) => placed)), settings)
    const ranked = members.map(({ unit }, index): UnitTree => ({
      unitId: unit.id,
      name: unit.name,
      tree: trees[index] as UnitTree['tree'],
      publishedOn: publishedOn?.(unit.id) ?? null,
    }))
    return rankUnits(group, pointsOf(rubric.full), ranked, settings)
  })
}
