import type { Rubric, RubricItem, RubricNode } from '#core/rubric/rubric'

/**
 * All items of a rubric in the order in which they stand, whatever the depth of their groups.
 * @example flattenItems(annualReportQuality).map((item) => item.id) // ['A1', 'A2', …, 'G4']
 */
export function flattenItems(rubric: Rubric): RubricItem[] {
  return rubric.groups.flatMap(itemsUnder)
}

function itemsUnder(node: RubricNode): RubricItem[] {
  return node.kind === 'item' ? [node] : node.children.flatMap(itemsUnder)
}
