import type { ItemId, UnitId } from '#core/ids'
import type { GroupScore, ItemScoreNode } from '#core/aggregation/scoreTree'
import { type Points, pointsOf } from '#core/points'
import type { Ranking, RankingRow } from '#core/ranking/ranking'
import type { RubricItem, RubricNode } from '#core/rubric/rubric'
import { nameSheets } from '#core/tables/nameSheets'
import type { UnitInput, WorkbookInput } from '#core/tables/workbookInput'

/** Where everything stands, decided before anything is laid out: sheets refer to each other's cells. */
export interface WorkbookPlan {
  readonly input: WorkbookInput
  readonly full: Points
  readonly items: readonly PlannedItem[]
  readonly dimensions: readonly PlannedDimension[]
  /** In the order of the rankings: the order of the matrix. */
  readonly units: readonly PlannedUnit[]
  readonly rankingSheets: readonly string[]
  readonly sheets: { readonly method: string; readonly dimensions: string; readonly matrix: string; readonly rubric: string }
  /** First column of items in the matrix: one more where the ranking reads unrounded totals and they have to stand somewhere. */
  readonly matrixHeadColumns: number
  /** Outside sources of the base total and what follows it, empty where the rubric has nothing of the kind. */
  readonly outside: { readonly sources: readonly RubricItem[]; readonly bonus: readonly RubricItem[]; readonly negative: readonly RubricItem[]; readonly vetoes: readonly RubricItem[] }
  /** Whether the total is more than the sum of the own items: other sources stand beside them, or something follows the base. */
  readonly adjusted: boolean
  /** Whether anything follows the base total: then base and total are two things. */
  readonly afterBase: boolean
  /** Score sheets go to a second file. */
  readonly split: boolean
}

export interface PlannedItem {
  readonly item: RubricItem
  readonly dimension: PlannedDimension
  /** Names of the groups between the dimension and the item. */
  readonly path: readonly string[]
}

export interface PlannedDimension {
  readonly id: string
  readonly name: string
  readonly full: Points
  /** Position among the dimensions, and of its first and last item among the items. */
  readonly index: number
  readonly first: number
  readonly last: number
}

export interface PlannedUnit {
  readonly input: UnitInput
  readonly nodes: ReadonlyMap<ItemId, ItemScoreNode>
  readonly scores: readonly GroupScore[]
  readonly ranking: Ranking
  readonly row: RankingRow
  /** Index of the ranking, and of the unit in it. */
  readonly group: number
  readonly place: number
  /** Position among the units of the input: the order of the score sheets. */
  readonly position: number
  readonly scoreSheet: string
}

export const unitsInOneFile = 100
/** Rows above the first unit of each table. */
export const rankingHeadRows = 3
export const matrixHeadRows = 5
export const dimensionsHeadRows = 4
export const scoreSheetHeadRows = 5

export function planWorkbook(input: WorkbookInput): WorkbookPlan {
  const { words, rubricRecord, rankings, units } = input
  const { items, dimensions } = planItems(rubricRecord.rubric.groups)
  const { totalSources, bonus, negative, vetoes } = rubricRecord.rubric
  const outside = { sources: totalSources?.items ?? [], bonus: bonus?.items ?? [], negative: negative?.items ?? [], vetoes: vetoes ?? [] }
  const afterBase = outside.bonus.length + outside.negative.length + outside.vetoes.length > 0
  const groups = rankings.map(({ group }) => (rankings.length === 1 ? words.sheets.ranking : `${words.sheets.ranking}_${nameOfGroup(input, group)}`))
  const fixed = [words.sheets.method, ...groups, words.sheets.dimensions, words.sheets.matrix, words.sheets.rubric]
  const names = nameSheets([...fixed, ...units.map((_, index) => `${words.sheets.score}_${String(index + 1).padStart(3, '0')}`)])
  const sheetOf = new Map(units.map(({ unit }, index) => [unit.id, names[fixed.length + index]!]))
  const afterGroups = 1 + groups.length
  return {
    input,
    full: pointsOf(rubricRecord.rubric.full),
    items,
    dimensions,
    units: planUnits(input, sheetOf),
    rankingSheets: names.slice(1, afterGroups),
    sheets: { method: names[0]!, dimensions: names[afterGroups]!, matrix: names[afterGroups + 1]!, rubric: names[afterGroups + 2]! },
    matrixHeadColumns: rankings.some(({ rankOn }) => rankOn === 'unrounded') ? 7 : 6,
    outside,
    adjusted: totalSources !== undefined || afterBase,
    afterBase,
    split: units.length > unitsInOneFile,
  }
}

export function nameOfGroup(input: WorkbookInput, group: string): string {
  return input.groupNames.get(group) ?? group
}

function planItems(groups: WorkbookInput['rubricRecord']['rubric']['groups']): { items: PlannedItem[]; dimensions: PlannedDimension[] } {
  const items: PlannedItem[] = []
  const dimensions: PlannedDimension[] = []
  for (const group of groups) {
    const leaves = leavesOf(group.children, [])
    if (leaves.length === 0) continue
    const dimension = { id: group.id, name: group.name, full: pointsOf(group.full), index: dimensions.length, first: items.length, last: items.length + leaves.length - 1 }
    dimensions.push(dimension)
    items.push(...leaves.map((leaf) => ({ ...leaf, dimension })))
  }
  return { items, dimensions }
}

function leavesOf(nodes: readonly RubricNode[], path: readonly string[]): { item: RubricItem; path: readonly string[] }[] {
  return nodes.flatMap((node) => (node.kind === 'item' ? [{ item: node, path }] : leavesOf(node.children, [...path, node.name])))
}

function planUnits(input: WorkbookInput, sheetOf: ReadonlyMap<UnitId, string>): PlannedUnit[] {
  const inputs = new Map(input.units.map((unit, position) => [unit.unit.id, { unit, position }]))
  const planned = input.rankings.flatMap((ranking, group) =>
    ranking.rows.map((row, place) => {
      const found = inputs.get(row.unitId)
      if (!found) throw new Error(`ranked unit without scores: ${row.unitId}`)
      const { unit, position } = found
      inputs.delete(row.unitId)
      return { input: unit, nodes: nodesOf(unit.tree.groups), scores: unit.tree.groups, ranking, row, group, place, position, scoreSheet: sheetOf.get(row.unitId)! }
    }),
  )
  if (inputs.size > 0) throw new Error(`units in no ranking: ${[...inputs.keys()].join(', ')}`)
  return planned
}

function nodesOf(groups: readonly GroupScore[]): Map<ItemId, ItemScoreNode> {
  const nodes = new Map<ItemId, ItemScoreNode>()
  function visit(group: GroupScore): void {
    for (const child of group.children) {
      if (child.kind === 'item') nodes.set(child.id, child)
      else visit(child)
    }
  }
  groups.forEach(visit)
  return nodes
}
