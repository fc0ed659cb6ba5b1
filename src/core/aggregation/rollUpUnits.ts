import { dividePoints, multiplyPoints, pointsOf, type Points } from '#core/points'
import type { ItemId } from '#core/ids'
import { flattenItems } from '#core/rubric/flattenItems'
import { fullOf } from '#core/rubric/fullOf'
import { ruleFor } from '#core/rubric/ruleFor'
import type { Rubric, RubricNode, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { makePointTable, type TableItem } from '#core/aggregation/pointTable'
import { rollUpTable, type ItemStretch, type TableSums } from '#core/aggregation/rollUpTable'
import type { GroupScore, ItemScoreNode, ScoreTree, StateCounts } from '#core/aggregation/scoreTree'
import type { Answer } from '#core/scoring/answer'
import { leastOfRule } from '#core/scoring/applyRule'
import type { ItemState } from '#core/scoring/itemState'
import { scoreItem, type ItemScore } from '#core/scoring/scoreItem'

/** What one assessor (or the settled layer) holds on one unit. An item without a mark is unscored. */
export interface UnitMarks {
  readonly kind: UnitKind
  readonly level: UnitLevel
  readonly marks: ReadonlyMap<ItemId, { readonly state: ItemState; readonly answer: Answer | null }>
}

/**
 * Scores and rolls up units under a rubric: one score tree each, in the order given (METHOD §5.1, N/A method (a)).
 * A stored answer that no longer fits its rule counts as pending, never as zero: it is open until someone looks at it.
 */
export function rollUpUnits(rubric: Rubric, year: number, units: readonly UnitMarks[]): ScoreTree[] {
  const items = flattenItems(rubric)
  const scored = units.map((unit) =>
    items.map((item): { score: ItemScore; least: Points } => {
      const mark = unit.marks.get(item.id)
      const least = leastOfRule(ruleFor(item, unit), fullOf(item))
      const score = scoreItem(item, unit, year, mark?.state ?? 'unscored', mark?.answer ?? null)
      if (score.ok) return { score: score.value, least }
      return { score: { state: 'pending', points: null, range: { low: least, high: fullOf(item) }, formula: null }, least }
    }),
  )
  const rows = scored.map((row) => row.map(({ score, least }, index): TableItem => ({ full: fullOf(itemAt(index)), least, scores: [score] })))
  const stretches = stretchesOf(rubric)
  const sums = rollUpTable(makePointTable(rows, 1), stretches.list)
  return units.map((_, unit) => makeTree(rubric, stretches.ofNode, sums, unit, (scored[unit] ?? []).map(({ score }) => score)))

  function itemAt(index: number) {
    return items[index] as (typeof items)[number]
  }
}

/** The score tree of a single unit. */
export function rollUpUnit(rubric: Rubric, unit: { readonly kind: UnitKind; readonly level: UnitLevel }, year: number, marks: UnitMarks['marks']): ScoreTree {
  return rollUpUnits(rubric, year, [{ kind: unit.kind, level: unit.level, marks }])[0] as ScoreTree
}

/** Stretch 0 is the whole rubric; then every group, in reading order, as a stretch of its items. */
export function stretchesOf(rubric: Rubric): { readonly list: readonly ItemStretch[]; readonly ofNode: ReadonlyMap<RubricNode, number> } {
  const list: ItemStretch[] = [{ from: 0, to: 0 }]
  const ofNode = new Map<RubricNode, number>()
  let next = 0
  const walk = (node: RubricNode): void => {
    if (node.kind === 'item') {
      ofNode.set(node, next)
      next += 1
      return
    }
    const at = list.length
    ofNode.set(node, at)
    list.push({ from: next, to: next })
    node.children.forEach(walk)
    list[at] = { from: (list[at] as ItemStretch).from, to: next }
  }
  rubric.groups.forEach(walk)
  list[0] = { from: 0, to: next }
  return { list, ofNode }
}

function makeTree(rubric: Rubric, ofNode: ReadonlyMap<RubricNode, number>, sums: TableSums, unit: number, scores: readonly ItemScore[]): ScoreTree {
  const full = pointsOf(rubric.full)
  const earned = sums.earned(unit, 0)
  const available = sums.available(unit, 0)
  const rate = available.numerator === 0n ? null : dividePoints(full, available)
  return {
    total: rate && { low: multiplyPoints(earned.low, rate), high: multiplyPoints(earned.high, rate) },
    full,
    earned,
    available,
    counts: countStates(scores),
    groups: rubric.groups.map((group) => nodeScore(group) as GroupScore),
  }

  function nodeScore(node: RubricNode): GroupScore | ItemScoreNode {
    const at = ofNode.get(node) as number
    if (node.kind === 'item') {
      const score = scores[at] as ItemScore
      return { kind: 'item', id: node.id, name: node.name, full: fullOf(node), state: score.state, points: score.points, range: score.range }
    }
    const children = node.children.map(nodeScore)
    return {
      kind: 'group',
      id: node.id,
      name: node.name,
      full: pointsOf(node.full),
      earned: sums.earned(unit, at),
      available: sums.available(unit, at),
      counts: addCounts(children.map((child) => (child.kind === 'item' ? countStates([child]) : child.counts))),
      children,
    }
  }
}

function countStates(scores: readonly { readonly state: ItemState }[]): StateCounts {
  const counts: Record<ItemState, number> = { scored: 0, notFound: 0, notApplicable: 0, pending: 0, unscored: 0 }
  for (const score of scores) counts[score.state] += 1
  return counts
}

function addCounts(all: readonly StateCounts[]): StateCounts {
  const sum: Record<ItemState, number> = { scored: 0, notFound: 0, notApplicable: 0, pending: 0, unscored: 0 }
  for (const counts of all) for (const state of Object.keys(sum) as ItemState[]) sum[state] += counts[state]
  return sum
}
