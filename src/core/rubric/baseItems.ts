import { flattenItems } from '#core/rubric/flattenItems'
import type { Rubric, RubricItem } from '#core/rubric/rubric'

/** Everything that the base total rests on: the rubric's own items, then the outside sources of its total. */
export function baseItems(rubric: Rubric): RubricItem[] {
  return [...flattenItems(rubric), ...(rubric.totalSources?.items ?? [])]
}
