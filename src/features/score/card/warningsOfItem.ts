import type { ItemId } from '#core/ids'
import type { RubricItem } from '#core/rubric/rubric'
import type { ConsistencyWarning } from '#core/scoring/checkConsistency'

export interface CardWarning {
  readonly rule: string
  readonly message: string
  /** The other items concerned, in the rubric's order. */
  readonly others: readonly { readonly id: ItemId; readonly name: string }[]
}

/** The warnings that concern an item, on whichever side of the rule it stands. */
export function warningsOfItem(warnings: readonly ConsistencyWarning[], items: readonly RubricItem[], itemId: ItemId): CardWarning[] {
  return warnings.flatMap((warning) => {
    const concerned = new Set([...warning.because, ...warning.items])
    if (!concerned.has(itemId)) return []
    const others = items.filter(({ id }) => id !== itemId && concerned.has(id)).map(({ id, name }) => ({ id, name }))
    return [{ rule: warning.rule, message: warning.message, others }]
  })
}
