import { statementsOf, decimalOf, isFull, otherwise, pointsOfAmount, type Composition, type Item, type Placed } from '#core/rubric/proposal/composition'
import { comparePoints, pointsOf, writeExact, type Points } from '#core/points'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Statement, StatementOf } from '#core/rubric/proposal/statement'
import type { ByRankRule } from '#core/rubric/rubric'

const mostPlaces = 200

/**
 * R8 from what is said about places: points of each place (a table, beyond which there is nothing), shares of the first, or so much less
 * for every place. The value that is ranked is hardly ever named and must be written by a person. Null where places have gaps.
 */
export function composeRank(placed: readonly Placed[], { full }: Item): Composition | null {
  const ranks = statementsOf(placed, 'rank')
  if (ranks.length === 0 || statementsOf(placed, 'lose', 'proportion').length > 0) return null
  const gains = statementsOf(placed, 'gain')
  const rest = gains.filter((gain) => gain.amount.kind === 'zero' && otherwise.test(gain.condition))
  if (gains.length > rest.length) return null
  const reasons: ProposalReason[] = [{ kind: 'names-missing', fields: ['measure', 'unit'] }]
  const award = awardOf(ranks, rest.length > 0, full, reasons)
  if (award === null) return null
  return { rule: { kind: 'byRank', measure: '排名所依据的数值', unit: '', best: 'high', award }, used: new Set<Statement>([...ranks, ...rest]), reasons }
}

function awardOf(ranks: readonly StatementOf<'rank'>[], restSaid: boolean, full: Points, reasons: ProposalReason[]): ByRankRule['award'] | null {
  const [first, second, ...others] = ranks
  if (first?.award.kind === 'amount' && second !== undefined && others.length === 0 && first.from === 1 && first.to === 1) {
    const firstIsFull = isFull(first.award.amount, full)
    const stated = writeExact(pointsOfAmount(first.award.amount, full))
    if (!firstIsFull && second.award.kind !== 'amount') reasons.push({ kind: 'full-differs', stated })
    if (second.award.kind === 'proportional') {
      if (second.to < 999_999) reasons.push({ kind: 'cases-not-said' })
      return { kind: 'proportional' }
    }
    const step = second.award.kind === 'step' ? decimalOf(pointsOfAmount(second.award.amount, full)) : null
    if (step !== null) return { kind: 'step', step }
  }
  const table = tableOf(ranks, full)
  if (table === null) return null
  if (comparePoints(table[0] as Points, full) !== 0) reasons.push({ kind: 'full-differs', stated: writeExact(table[0] as Points) })
  if (!restSaid) reasons.push({ kind: 'cases-not-said' })
  const points = table.map(decimalOf)
  return points.includes(null) ? null : { kind: 'table', points: points as number[] }
}

/** Points of places 1, 2, …; null when a place is missing or comes twice. */
function tableOf(ranks: readonly StatementOf<'rank'>[], full: Points): Points[] | null {
  const table: Points[] = []
  for (const { from, to, award } of ranks) {
    if (from !== table.length + 1 || to > mostPlaces) return null
    if (award.kind === 'list' && award.decimals.length === to - from + 1) table.push(...award.decimals.map((decimal) => pointsOf(decimal)))
    else if (award.kind === 'amount') for (let place = from; place <= to; place += 1) table.push(pointsOfAmount(award.amount, full))
    else return null
  }
  return table.length === 0 ? null : table
}
