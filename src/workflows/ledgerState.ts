import type { Instant, ProjectId } from '#core/ids'
import type { InvariantProblem } from '#core/records/checkInvariants'

/** 'quick': ledger against scorecards and history, a part of a second. 'whole': every record of every project is read. */
export type CheckDepth = 'quick' | 'whole'

export interface DamagedProject {
  readonly id: ProjectId
  readonly name: string
  readonly problems: readonly InvariantProblem[]
}

export type LedgerState =
  | { readonly kind: 'not-checked' }
  | { readonly kind: 'checking'; readonly depth: CheckDepth; readonly done: number; readonly all: number }
  | { readonly kind: 'checked'; readonly depth: CheckDepth; readonly at: Instant; readonly projects: number; readonly entries: number; readonly milliseconds: number; readonly damaged: readonly DamagedProject[] }
  | { readonly kind: 'failed'; readonly detail: string }

let state: LedgerState = { kind: 'not-checked' }
const listeners = new Set<(state: LedgerState) => void>()

export function watchLedgerState(listener: (state: LedgerState) => void): () => void {
  listeners.add(listener)
  listener(state)
  return () => listeners.delete(listener)
}

export function ledgerState(): LedgerState {
  return state
}

export function tellLedgerState(next: LedgerState): void {
  state = next
  for (const listener of listeners) listener(next)
}
