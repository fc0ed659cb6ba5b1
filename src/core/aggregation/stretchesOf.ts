import type { ItemStretch } from '#core/aggregation/rollUpTable'
import type { Rubric, RubricNode } from '#core/rubric/rubric'

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
