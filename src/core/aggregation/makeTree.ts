import { combineSources } from '#core/aggregation/combineSources'
import { ownContributions, sumRanges } from '#core/aggregation/contributionsOf'
import type { TotalReading } from '#core/aggregation/readTotal'
import type { TableSums } from '#core/aggregation/rollUpTable'
import type { LaidItem } from '#core/aggregation/bodyLayout'
import type { GroupScore, ItemScoreNode, NotApplicableShare, Range, ScoreTree, SourceScoreNode, SourcesScore, StateCounts, VetoNode } from '#core/aggregation/scoreTree'
import type { UnitScores } from '#core/aggregation/scoreUnit'
import { settleTotal } from '#core/aggregation/settleTotal'
import {
  addPoints, comparePoints, dividePoints, makePoints, minPoints, multiplyPoints, pointsOf, subtractPoints, sumPoints, zeroPoints, type Points,
} from '#core/points'
import type { Rubric, RubricNode } from '#core/rubric/rubric'
import type { ItemState } from '#core/scoring/itemState'
import type { ItemScore } from '#core/scoring/scoreItem'

/** Sums of all units, and where this one stands in them. */
export interface SumsOfUnit {
  readonly sums: TableSums
  readonly unit: number
  readonly ofNode: ReadonlyMap<RubricNode, number>
}

/** Above this share of what does not apply, a total says little (METHOD §6A.10). */
const muchNotApplicable = makePoints(1n, 5n)

/**
 * The score tree of one unit from its sums (METHOD §5.1–5.3): N/A method, then bonus, negative list and vetoes, once for each end of the
 * range. Methods (a), (d) and (e), and every method where all items apply, follow from the sums; (b) and (c) walk the tree.
 */
export function makeTree(rubric: Rubric, scores: UnitScores, { sums, unit, ofNode }: SumsOfUnit, reading: TotalReading): ScoreTree {
  const { layout } = scores
  const full = pointsOf(rubric.full)
  const groups = rubric.groups.map((group) => nodeScore(group) as GroupScore)
  const bonus = layout.bonus.map((laid, index) => itemNode(laid, scores.bonus[index] as ItemScore))
  const negative = layout.negative.map((laid, index) => itemNode(laid, scores.negative[index] as ItemScore))
  const vetoes = scores.vetoes.map((veto, index): VetoNode => ({ id: layout.vetoes[index]!.item.id, name: layout.vetoes[index]!.item.name, ...veto }))
  const before = {
    full,
    earned: sums.earned(unit, 0),
    available: sums.available(unit, 0),
    method: rubric.notApplicableMethod,
    groups,
  }
  const merged = scores.mergedTotal
  const own = merged === undefined ? ownOf(before) : merged
  const { base, sources } = withSources(rubric, scores, own)
  const settled = base && {
    low: settleTotal(rubric, reading, { base: base.low, bonus: sumOf(bonus, least), negative: sumOf(negative, most), effects: effectsOf(vetoes) }),
    high: settleTotal(rubric, reading, { base: base.high, bonus: sumOf(bonus, most), negative: sumOf(negative, least), effects: effectsOf(vetoes) }),
  }
  return {
    ...before,
    total: settled && { low: settled.low.total, high: settled.high.total },
    base,
    own,
    sources,
    mergedAt: merged === undefined ? 'items' : 'total',
    notApplicable: shareOf(full, subtractPoints(full, before.available), sources),
    counts: countStates([...scores.items, ...scores.sources]),
    bonus,
    negative,
    vetoes,
    vetoOpen: vetoes.some((veto) => veto.state === 'pending'),
    settled,
  }

  function nodeScore(node: RubricNode): GroupScore | ItemScoreNode {
    const at = ofNode.get(node) as number
    if (node.kind === 'item') return itemNode(layout.items[at] as LaidItem, scores.items[at] as ItemScore)
    const children = node.children.map(nodeScore)
    return {
      kind: 'group',
      id: node.id,
      name: node.name,
      full: layout.effectiveOf.get(node) ?? pointsOf(node.full),
      earned: sums.earned(unit, at),
      available: sums.available(unit, at),
      counts: addCounts(children.map((child) => (child.kind === 'item' ? countStates([child]) : child.counts))),
      children,
    }
  }
}

/**
 * The base total from the own items and the outside sources. Without an own result there is no total, whatever comes from outside
 * (METHOD §6A.41).
 */
function withSources(rubric: Rubric, { layout, sources: scores }: UnitScores, own: Range | null): { readonly base: Range | null; readonly sources: SourcesScore | null } {
  if (!rubric.totalSources) return { base: own, sources: null }
  const { label, weight } = rubric.totalSources.own
  const full = pointsOf(rubric.full)
  const combined = combineSources(full, [
    { weight: pointsOf(weight), full, range: own },
    ...layout.sources.map(({ body }, index) => ({ weight: body.weight ?? zeroPoints, full: body.full, range: (scores[index] as ItemScore).range })),
  ])
  const items = layout.sources.map((laid, index): SourceScoreNode => ({
    ...itemNode(laid, scores[index] as ItemScore), weight: laid.body.weight ?? zeroPoints, share: combined?.shares[index + 1] ?? null,
  }))
  return { base: own && combined && combined.base, sources: { label, weight: pointsOf(weight), share: combined?.shares[0] ?? null, items } }
}

/** What the own items come to after the N/A method; null when every item is N/A, under every method (METHOD §6A.41). */
function ownOf(tree: Pick<ScoreTree, 'full' | 'earned' | 'available' | 'method' | 'groups'>): Range | null {
  const { full, earned, available, method } = tree
  if (available.numerator === 0n) return null
  if (comparePoints(available, full) === 0 || method === 'countZero') return earned
  if (method === 'global') {
    const rate = dividePoints(full, available)
    return { low: multiplyPoints(earned.low, rate), high: multiplyPoints(earned.high, rate) }
  }
  if (method === 'countFull') {
    const given = subtractPoints(full, available)
    return { low: addPoints(earned.low, given), high: addPoints(earned.high, given) }
  }
  const contributions = ownContributions(tree)
  return contributions && sumRanges(contributions.values())
}

function itemNode({ item, body, effective }: LaidItem, { state, points, range, formula }: ItemScore): ItemScoreNode {
  return { kind: 'item', id: item.id, name: item.name, full: body.full, effective, state, points, range, formula }
}

/** `apart`: effective points of own items that do not apply. With other sources, those that do not apply count by their weight. */
function shareOf(full: Points, apart: Points, sources: SourcesScore | null): NotApplicableShare {
  const outside = sources?.items ?? []
  const ofSources = sumPoints(outside.filter(({ state }) => state === 'notApplicable').map(({ effective }) => effective))
  const ownWorth = subtractPoints(full, sumPoints(outside.map(({ effective }) => effective)))
  const share = full.numerator === 0n ? zeroPoints : dividePoints(addPoints(multiplyPoints(apart, dividePoints(ownWorth, full)), ofSources), full)
  return { share, warn: comparePoints(share, muchNotApplicable) > 0 }
}

/** What bonus or negative list come to, each item at one end of its range. */
function sumOf(items: readonly ItemScoreNode[], end: (item: ItemScoreNode) => Points): Points {
  return sumPoints(items.map(end))
}

/** Off: an open bonus adds nothing, unless its last places take points. */
function least({ points, range }: ItemScoreNode): Points {
  return points ?? (range ? minPoints(zeroPoints, range.low) : zeroPoints)
}

function most({ points, range }: ItemScoreNode): Points {
  return points ?? range?.high ?? zeroPoints
}

function effectsOf(vetoes: readonly VetoNode[]) {
  return vetoes.filter((veto) => veto.applies).map((veto) => veto.effect)
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
