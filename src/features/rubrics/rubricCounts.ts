import { placedNodes } from '#core/rubric/edit/nodePlace'
import type { Rubric } from '#core/rubric/rubric'

/** What a list says about a rubric at a glance. */
export interface RubricCounts {
  readonly dimensions: number
  readonly items: number
  readonly bonus: number
  readonly negative: number
  readonly vetoes: number
}

export function countRubric(rubric: Rubric): RubricCounts {
  const nodes = placedNodes(rubric)
  const items = nodes.filter(({ node, section }) => node.kind === 'item' && section === 'base').length
  return { dimensions: rubric.groups.length, items, bonus: rubric.bonus?.items.length ?? 0, negative: rubric.negative?.items.length ?? 0, vetoes: rubric.vetoes?.length ?? 0 }
}
