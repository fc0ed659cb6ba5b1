import { comparePoints, writeExact, type Points } from '#core/points'
import {
  decimalOf, doubtsOfAmount, doubtsOfWording, pointsOfAmount, statementsOf, type Composition, type Item, type Placed,
} from '#core/rubric/proposal/composition'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Statement, StatementOf } from '#core/rubric/proposal/statement'

/**
 * R6 from points for every event ("每项加0.5分,最多加2分"); each such clause is a kind of event. A cap on one of several kinds cannot
 * be said in a count and is a doubt. Null where something is also given once, or taken.
 */
export function composeCount(placed: readonly Placed[], { full }: Item): Composition | null {
  const gains = statementsOf(placed, 'gain')
  const counted = gains.filter((gain) => gain.each)
  if (counted.length === 0 || gains.some((gain) => !gain.each && gain.amount.kind !== 'zero')) return null
  const caps = statementsOf(placed, 'cap').filter((cap) => cap.of !== 'lose')
  const reasons: ProposalReason[] = counted.flatMap((gain) => [...doubtsOfWording(gain), ...doubtsOfAmount(gain.amount)])
  const kinds = counted.map((gain, index) => kindOf(gain, index, full, reasons))
  const cap = capOf(caps, counted.length, full, reasons)
  const capDecimal = cap === null ? null : decimalOf(cap)
  if (kinds.includes(null) || (cap !== null && capDecimal === null)) return null
  const rule = { kind: 'count' as const, kinds: kinds.filter((kind) => kind !== null), ...(capDecimal === null ? {} : { cap: capDecimal }) }
  return { rule, used: new Set<Statement>([...gains, ...caps]), reasons }
}

function kindOf(gain: StatementOf<'gain'>, index: number, full: Points, reasons: ProposalReason[]): { id: string; label: string; points: number } | null {
  const worth = pointsOfAmount(gain.amount, full)
  if (comparePoints(worth, full) > 0) reasons.push({ kind: 'full-differs', stated: writeExact(worth) })
  if (gain.condition === '') reasons.push({ kind: 'names-missing', fields: ['kinds'] })
  const points = decimalOf(worth)
  return points === null ? null : { id: `k${index + 1}`, label: gain.condition === '' ? '每次' : gain.condition, points }
}

/** The cap that is written down; the item's full marks hold in any case. */
function capOf(caps: readonly StatementOf<'cap'>[], kinds: number, full: Points, reasons: ProposalReason[]): Points | null {
  const numbered = caps.filter((cap) => !cap.alone)
  const cap = numbered.at(-1)
  if (cap === undefined) return null
  const most = pointsOfAmount(cap.amount, full)
  if (numbered.length > 1 || (kinds > 1 && cap.scope === 'near' && comparePoints(most, full) !== 0)) reasons.push({ kind: 'cap-scope' })
  if (comparePoints(most, full) !== 0) reasons.push({ kind: 'full-differs', stated: writeExact(most) })
  return most
}
