import { baseItems } from '#core/rubric/baseItems'
import type { Rubric, RubricItem } from '#core/rubric/rubric'

/** Everything a person can record of a unit: the items and outside sources of the base total, then bonus, negative list and vetoes. */
export function allItems(rubric: Rubric): RubricItem[] {
  return [...baseItems(rubric), ...(rubric.bonus?.items ?? []), ...(rubric.negative?.items ?? []), ...(rubric.vetoes ?? [])]
}
