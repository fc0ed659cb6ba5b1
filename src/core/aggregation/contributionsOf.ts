import type { GroupScore, ItemScoreNode, Range, ScoreTree } from '#core/aggregation/scoreTree'
import type { ItemId } from '#core/ids'
import { addPoints, dividePoints, makePoints, multiplyPoints, subtractPoints, sumPoints, zeroPoints, type Points } from '#core/points'

/** What the walk needs of a tree. */
export type UnsettledTree = Pick<ScoreTree, 'method' | 'full' | 'available' | 'groups'>

type Node = GroupScore | ItemScoreNode

/**
 * What every item contributes to the base total, in the rubric's points (METHOD §5.2, §6A.7–9, §6A.28): the own items by their source's
 * part of the weights, every outside source with a line of its own. They add exactly to the base total, at both ends of the range.
 *
 * Null when every own item is N/A (§6A.41), and where the assessors' totals were merged: no item has a part in those (§6A.40).
 * @example own items 60 + 17.5 at 80, an outside 82.06 of 100 at 20 // 48, 14, 16.412: together 78.412
 */
export function contributionsOf(tree: ScoreTree): ReadonlyMap<ItemId, Range> | null {
  if (tree.mergedAt === 'total') return null
  const own = ownContributions(tree)
  if (!own || !tree.sources) return own
  const ownShare = tree.sources.share ?? zeroPoints
  const lines = tree.sources.items.flatMap(({ id, full, share, range }): [ItemId, Range][] =>
    share && range ? [[id, scaleRange(range, multiplyPoints(share, dividePoints(tree.full, full)))]] : [],
  )
  return new Map([...[...own].map(([id, range]): [ItemId, Range] => [id, scaleRange(range, ownShare)]), ...lines])
}

/**
 * What every own item contributes to what the own items come to, after the N/A method: its rate × its target, the points that its full
 * marks have become.
 *
 * Targets: (a) global: full ÷ Σ of what applies, the same for all. (b) withinParent: a group's target is shared among its applicable
 * children by their points; a group is N/A when all its children are. (c) equalAdd: each applicable child gets its own points and an
 * equal part of what its parent's target has left. (d) countFull, (e) countZero: nothing moves; an N/A item counts as M or as 0.
 * @example X = 20, 10 and 30 N/A; Y = 40, method (b) // targets 40, 20, –, 40
 */
export function ownContributions(tree: UnsettledTree): ReadonlyMap<ItemId, Range> | null {
  if (!tree.groups.some(applies)) return null
  const contributions = new Map<ItemId, Range>()
  const factor = tree.available.numerator === 0n ? zeroPoints : dividePoints(tree.full, tree.available)
  share(tree.groups, tree.full)
  return contributions

  function share(siblings: readonly Node[], target: Points): void {
    const applicable = siblings.filter(applies)
    const lost = subtractPoints(target, sumPoints(applicable.map(effectiveOf)))
    for (const node of siblings) {
      const own = effectiveOf(node)
      if (node.kind === 'group') {
        if (applies(node) || tree.method === 'countFull') share(node.children, targetOf(own))
      } else if (node.range) {
        const worth = dividePoints(targetOf(own), node.full)
        contributions.set(node.id, scaleRange(node.range, worth))
      } else if (tree.method === 'countFull') contributions.set(node.id, { low: own, high: own })
    }

    function targetOf(own: Points): Points {
      switch (tree.method) {
        case 'global':
          return multiplyPoints(own, factor)
        case 'withinParent':
          return dividePoints(multiplyPoints(target, own), sumPoints(applicable.map(effectiveOf)))
        case 'equalAdd':
          return addPoints(own, multiplyPoints(lost, makePoints(1n, BigInt(applicable.length))))
        case 'countFull':
        case 'countZero':
          return own
      }
    }
  }
}

/** Σ of the contributions below a node: a dimension's points after the N/A method, which tie-breaks read (METHOD §6A.39). */
export function contributionOfNode(node: Node, contributions: ReadonlyMap<ItemId, Range>): Range {
  if (node.kind === 'item') return contributions.get(node.id) ?? { low: zeroPoints, high: zeroPoints }
  return sumRanges(node.children.map((child) => contributionOfNode(child, contributions)))
}

export function sumRanges(ranges: Iterable<Range>): Range {
  const list = [...ranges]
  return { low: sumPoints(list.map(({ low }) => low)), high: sumPoints(list.map(({ high }) => high)) }
}

function scaleRange({ low, high }: Range, by: Points): Range {
  return { low: multiplyPoints(low, by), high: multiplyPoints(high, by) }
}

function applies(node: Node): boolean {
  return node.kind === 'item' ? node.range !== null : node.children.some(applies)
}

function effectiveOf(node: Node): Points {
  return node.kind === 'item' ? node.effective : node.full
}
