import type { StateCounts } from '#core/aggregation/scoreTree'
import { stateAt } from '#core/records/columns'
import type { ItemState } from '#core/scoring/itemState'

/** Items by state in the packed states of a scorecard. Digits that mean no state are left out. */
export function countStates(states: string): StateCounts {
  const counts: Record<ItemState, number> = { unscored: 0, scored: 0, notFound: 0, notApplicable: 0, pending: 0 }
  for (let index = 0; index < states.length; index += 1) {
    const state = stateAt(states, index)
    if (state !== undefined) counts[state] += 1
  }
  return counts
}
