import type { GroupScore, ItemScoreNode, ScoreTree } from '#core/aggregation/scoreTree'

/** All item nodes of a score tree, in the rubric's reading order. */
export function itemsOfTree(tree: Pick<ScoreTree, 'groups'>): ItemScoreNode[] {
  const below = (node: GroupScore | ItemScoreNode): ItemScoreNode[] => (node.kind === 'item' ? [node] : node.children.flatMap(below))
  return tree.groups.flatMap(below)
}
