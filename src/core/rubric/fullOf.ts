import { pointsOf, type Points } from '#core/points'
import type { ChecklistElement } from '#core/rubric/rubric'

/**
 * Full points of a rubric, a group or an item, exact. With points as weights (METHOD §5.1) the stated points are the effective
 * ones; a rubric in weights would be turned into points here and nowhere else.
 * @example fullOf({ full: 1.2 }) // 6/5
 */
export function fullOf(node: { readonly full: number }): Points {
  return pointsOf(node.full)
}

/** Full marks of a checklist element: its highest mark, which stands last. An element without marks has none. */
export function fullOfElement(element: ChecklistElement): Points {
  return pointsOf(element.marks.at(-1)?.points ?? 0)
}
