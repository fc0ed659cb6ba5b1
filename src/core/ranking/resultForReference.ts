import type { ScoreTree } from '#core/aggregation/scoreTree'
import { writeFraction } from '#core/points'
import type { ItemMark } from '#core/aggregation/scoreUnit'

/**
 * What another project's result of the same body means for an item that refers to it (R15, METHOD §6A.25): the final total after
 * vetoes, unrounded; of a provisional one its range, with which the item is pending; 0 for an invalid one; pending with nothing known
 * while it is missing, suspended or a veto is open. `from` names the project.
 * @example total 200/3 // { state: 'scored', answer: { kind: 'reference', exact: '200/3', from } }
 */
export function resultForReference(tree: ScoreTree | null, from: string): ItemMark {
  const pending: ItemMark = { state: 'pending', answer: null }
  const settled = tree?.settled
  if (!tree || !settled) return pending
  if (settled.low.standing === 'invalid') return scored('0', from)
  if (settled.low.standing === 'suspended' || tree.vetoOpen) return pending
  const [low, high] = [writeFraction(settled.low.total), writeFraction(settled.high.total)]
  return low === high ? scored(low, from) : { state: 'scored', answer: { kind: 'reference', low, high, from } }
}

/**
 * Whether projects would refer to each other in a circle if `from` referred to `to` (METHOD §6A.25: refused). `references` holds what is
 * referred to already.
 */
export function closesCircle(from: string, to: string, references: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const open = [to]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === from) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(references.get(next) ?? []))
  }
  return false
}

function scored(exact: string, from: string): ItemMark {
  return { state: 'scored', answer: { kind: 'reference', exact, from } }
}
