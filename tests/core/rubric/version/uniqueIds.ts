import type { ItemId } from '#core/ids'
import type { Rubric, RubricItem, RubricNode } from '#core/rubric/rubric'

/** The rubric with the ids N0, N1, … in reading order: two rubrics made so share the ids of their first nodes. */
export function withUniqueIds(rubric: Rubric): Rubric {
  let count = 0
  const next = () => `N${count++}`
  const renumber = (node: RubricNode): RubricNode => {
    const id = next()
    return node.kind === 'item' ? { ...node, id: id as ItemId } : { ...node, id, children: node.children.map(renumber) }
  }
  const items = (list: readonly RubricItem[]) => list.map((item) => ({ ...item, id: next() as ItemId }))
  return {
    ...rubric,
    groups: rubric.groups.map((group) => renumber(group) as typeof group),
    ...(rubric.totalSources && { totalSources: { ...rubric.totalSources, items: items(rubric.totalSources.items) } }),
    ...(rubric.bonus && { bonus: { ...rubric.bonus, items: items(rubric.bonus.items) } }),
    ...(rubric.negative && { negative: { ...rubric.negative, items: items(rubric.negative.items) } }),
    ...(rubric.vetoes && { vetoes: items(rubric.vetoes) }),
  }
}
