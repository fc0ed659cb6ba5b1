import { dividePoints, pointsOf, type Points } from '#core/points'
import { isFull, statementsOf, type Composition, type Item, type Placed } from '#core/rubric/proposal/composition'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Statement } from '#core/rubric/proposal/statement'
import type { JudgeRule } from '#core/rubric/rubric'

/**
 * R10 where the wording leaves the points to the assessor (酌情, a range of points). Fixed amounts beside it stay in the criterion,
 * which is the standard word for word, and are a doubt. Null where nothing is left to discretion.
 */
export function composeJudge(placed: readonly Placed[], item: Item): Composition | null {
  const free = statementsOf(placed, 'discretion')
  if (free.length === 0) return null
  const gains = statementsOf(placed, 'gain')
  const reasons: ProposalReason[] = free.some((one) => one.range) ? [{ kind: 'range' }] : []
  const amounts = gains.some((gain) => gain.amount.kind !== 'zero' && !isFull(gain.amount, item.full))
  if (amounts || statementsOf(placed, 'lose', 'rank', 'proportion', 'reference', 'floor').length > 0) reasons.push({ kind: 'mixed' })
  const used = placed.map(({ statement }) => statement).filter((statement) => statement.kind !== 'open')
  return { rule: makeJudge(item), used: new Set<Statement>(used), reasons }
}

/** The standard word for word, in the coarsest usual step that can reach full marks. */
export function makeJudge({ full, standard }: Item): JudgeRule {
  const criterion = /\S/.test(standard) ? standard : '由评估员酌情评定'
  return { kind: 'judge', criterion, step: [0.1, 0.05, 0.01, 0.001].find((step) => reaches(step, full)) ?? 0.0001 }
}

function reaches(step: number, full: Points): boolean {
  return dividePoints(full, pointsOf(step)).denominator === 1n
}
