import { flattenItems } from '#core/rubric/flattenItems'
import type { Rubric, RubricItem } from '#core/rubric/rubric'

/** Everything a person can record of a unit: the items of the base total, then bonus, negative list and vetoes. */
export function allItems(rubric: Rubric): RubricItem[] {
  return [...flattenItems(rubric), ...(rubric.bonus?.items ?? []), ...(rubric.negative?.items ?? []), ...(rubric.vetoes ?? [])]
}
