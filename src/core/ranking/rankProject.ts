import { layoutsOf } from '#core/aggregation/bodyLayout'
import { rollUpScores } from '#core/aggregation/rollUpUnits'
import type { ScoreTree } from '#core/aggregation/scoreTree'
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

export interface RankedProject {
  readonly rankings: readonly Ranking[]
  /** The whole score tree of every unit. */
  readonly trees: ReadonlyMap<UnitRecord['id'], ScoreTree>
}

/** The rankings alone, one for every ranking group. */
export function rankProject(...given: Parameters<typeof rankProjectWithTrees>): Ranking[] {
  return [...rankProjectWithTrees(...given).rankings]
}

/**
 * One ranking for every ranking group of a project (METHOD §6), groups in the order in which their first unit was added. Archived and
 * removed units are the caller's to leave out. A unit without a scorecard has every item unscored. `publishedOn` is asked only where
 * ties are parted by day.
 *
 * Two passes: every unit is scored alone; then items by rank (R8) are placed among the units of each group, and totals follow.
 */
export function rankProjectWithTrees(
  rubric: Rubric,
  project: { readonly year: number; readonly settings: ProjectSettings },
  units: readonly RankedUnit[],
  marksOf: (unitId: UnitRecord['id']) => UnitMarks['marks'],
  { publishedOn }: { readonly publishedOn?: (unitId: UnitRecord['id']) => CalendarDay | null } = {},
): RankedProject {
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
  const treeOf = new Map<UnitRecord['id'], ScoreTree>()
  const rankings = [...groups].map(([group, members]) => {
    const trees = rollUpScores(rubric, placeByRank(members.map(({ placed }) => placed)), settings)
    const ranked = members.map(({ unit }, index): UnitTree => ({
      unitId: unit.id,
      name: unit.name,
      tree: trees[index] as UnitTree['tree'],
      publishedOn: publishedOn?.(unit.id) ?? null,
    }))
    ranked.forEach(({ unitId, tree }) => treeOf.set(unitId, tree))
    return rankUnits(group, pointsOf(rubric.full), ranked, settings)
  })
  return { rankings, trees: treeOf }
}
