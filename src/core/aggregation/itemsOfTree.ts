import type { GroupScore, ItemScoreNode, ScoreTree } from '#core/aggregation/scoreTree'
import type { ItemId } from '#core/ids'

/** All item nodes of the base total, in the rubric's reading order. */
export function itemsOfTree(tree: Pick<ScoreTree, 'groups'>): ItemScoreNode[] {
  const below = (node: GroupScore | ItemScoreNode): ItemScoreNode[] => (node.kind === 'item' ? [node] : node.children.flatMap(below))
  return tree.groups.flatMap(below)
}

/** Whether any own item is scored or looked for; outside results alone are no beginning. */
export function isBegun(tree: { readonly groups: readonly Pick<GroupScore, 'counts'>[] }): boolean {
  return tree.groups.some(({ counts }) => counts.scored + counts.notFound > 0)
}

/**
 * What keeps the total from being final: open items of the base (pending, unscored, or waiting for the places of others), its sources
 * among them, and what is pending in bonus, negative list and vetoes. An unrecorded one of those is none, and open to nobody.
 */
export function openItems(tree: Pick<ScoreTree, 'groups' | 'sources' | 'bonus' | 'negative' | 'vetoes'>): ItemId[] {
  const base = [...itemsOfTree(tree), ...(tree.sources?.items ?? [])].filter((item) => item.range !== null && item.points === null)
  const outside = [...tree.bonus, ...tree.negative].filter((item) => item.state !== 'unscored' && item.range !== null && item.points === null)
  return [...base, ...outside, ...tree.vetoes.filter((veto) => veto.state === 'pending')].map((item) => item.id)
}
