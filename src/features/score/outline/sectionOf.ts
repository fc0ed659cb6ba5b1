import type { ItemId } from '#core/ids'
import type { ItemSection } from '#core/rubric/locateNodes'
import type { Rubric } from '#core/rubric/rubric'

/** Where an item stands: among the own items, the other sources of the base total, or in what follows it. */
export function sectionOf(rubric: Rubric, itemId: ItemId): ItemSection {
  const isIn = (items: Rubric['vetoes']): boolean => items?.some(({ id }) => id === itemId) ?? false
  if (isIn(rubric.totalSources?.items)) return 'source'
  if (isIn(rubric.bonus?.items)) return 'bonus'
  if (isIn(rubric.negative?.items)) return 'negative'
  return isIn(rubric.vetoes) ? 'veto' : 'base'
}
