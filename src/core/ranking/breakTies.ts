import { contributionOfNode, ownContributions } from '#core/aggregation/contributionsOf'
import { readTotal, type TotalReading } from '#core/aggregation/readTotal'
import type { Range, ScoreTree } from '#core/aggregation/scoreTree'
import { assertNever } from '#core/brand'
import type { CalendarDay } from '#core/calendarDay'
import type { ItemId } from '#core/ids'
import { comparePoints, zeroPoints, type Points } from '#core/points'
import type { TieBreak } from '#core/records/projectRecord'

export interface TiedUnit {
  readonly tree: ScoreTree
  /** Day on which the report was made public; null where it is not known. */
  readonly publishedOn?: CalendarDay | null
}

/**
 * Which of two units with equal totals stands first: negative for `a`, positive for `b`, 0 when nothing in the chain parts them and they
 * share the place (METHOD §6, §6A.23, §6A.39).
 *
 * dimension: points of the level-1 node after the N/A method, read as the ranking reads totals, more first; nothing is parted by it where
 * the assessors' totals were merged, since no node has a part in those. fewerDeductions: what the
 * negative list takes, before the floor, less first. earlierPublication: the earlier day first, an unknown one last. Provisional units
 * are read at the low end.
 */
export function breakTie(chain: readonly TieBreak[], reading: TotalReading, a: TiedUnit, b: TiedUnit): number {
  for (const step of chain) {
    const order = compareBy(step, reading, a, b)
    if (order !== 0) return order
  }
  return 0
}

function compareBy(step: TieBreak, reading: TotalReading, a: TiedUnit, b: TiedUnit): number {
  switch (step.kind) {
    case 'dimension':
      return comparePoints(pointsOfDimension(b.tree, step.id, reading), pointsOfDimension(a.tree, step.id, reading))
    case 'fewerDeductions':
      return comparePoints(deductionsOf(a.tree), deductionsOf(b.tree))
    case 'earlierPublication':
      return compareDays(a.publishedOn ?? null, b.publishedOn ?? null)
    default:
      return assertNever(step)
  }
}

function pointsOfDimension(tree: ScoreTree, id: string, reading: TotalReading): Points {
  const group = tree.groups.find((candidate) => candidate.id === id)
  if (!group) return zeroPoints
  return readTotal(contributionOfNode(group, contributionsOfTree(tree)).low, reading)
}

/** Trees are never changed, so that what was worked out for one stays true. */
const known = new WeakMap<ScoreTree, ReadonlyMap<ItemId, Range>>()

function contributionsOfTree(tree: ScoreTree): ReadonlyMap<ItemId, Range> {
  const found = known.get(tree) ?? (tree.mergedAt === 'total' ? null : ownContributions(tree)) ?? new Map<ItemId, Range>()
  known.set(tree, found)
  return found
}

function deductionsOf(tree: ScoreTree): Points {
  return tree.settled?.low.negative ?? zeroPoints
}

function compareDays(a: CalendarDay | null, b: CalendarDay | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}
