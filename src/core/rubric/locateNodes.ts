import type { Rubric, RubricItem, RubricNode } from '#core/rubric/rubric'

/** A node with its place in the file: "groups[2].children[0]". */
export interface LocatedNode {
  readonly node: RubricNode
  readonly path: string
}

/** Where an item stands: among the rubric's own, among the outside sources of the base total, or in one of the three sections that follow (METHOD §5.3). */
export type ItemSection = 'base' | 'source' | 'bonus' | 'negative' | 'veto'

/** Every group and item of the base total with its path, each group before its children. */
export function locateNodes(rubric: Rubric): LocatedNode[] {
  return rubric.groups.flatMap((group, index) => nodesWithPaths(group, `groups[${index}]`))
}

export function locateItems<S extends ItemSection>(
  items: readonly RubricItem[] | undefined,
  path: string,
  section: S,
): { readonly node: RubricItem; readonly path: string; readonly section: S }[] {
  return (items ?? []).map((node, index) => ({ node, path: `${path}[${index}]`, section }))
}

function nodesWithPaths(node: RubricNode, path: string): LocatedNode[] {
  const below = node.kind === 'item' ? [] : node.children.flatMap((child, index) => nodesWithPaths(child, `${path}.children[${index}]`))
  return [{ node, path }, ...below]
}
