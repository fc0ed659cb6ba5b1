import type { ItemId } from '#core/ids'
import type { Rubric, RubricNode } from '#core/rubric/rubric'

/** Names of the groups above an item, from the dimension down: "C 举措成效", "执法". Only the dimension carries its id. */
export function pathOfItem(rubric: Rubric, itemId: ItemId): string[] {
  for (const group of rubric.groups) {
    const below = search(group)
    if (below) return [`${group.id} ${group.name}`, ...below.slice(1)]
  }
  return []

  function search(node: RubricNode): string[] | null {
    if (node.kind === 'item') return node.id === itemId ? [] : null
    for (const child of node.children) {
      const below = search(child)
      if (below) return [node.name, ...below]
    }
    return null
  }
}
