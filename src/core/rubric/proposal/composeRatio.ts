import { isFull, statementsOf, type Composition, type Item, type Placed } from '#core/rubric/proposal/composition'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Statement } from '#core/rubric/proposal/statement'
import { pointsOf, dividePoints } from '#core/points'
import { decimalOf } from '#core/rubric/proposal/composition'

const threshold = /^(.{0,60}?)(?:达到|达|在|为|不低于|不高于|不超过|大于等于|小于等于|大于|小于|超过|高于|低于|不足|以|≥|≤|>=?|<=?|至)*(\d{1,3}(?:\.\d{1,3})?)%(?:\(含\))?(?:及)?(?:以上|以下|以内)?(?:\(含\))?(?:的)?$/
const whole = /全部|全面|100%|均/

/**
 * R5 from 按比例: full marks from the threshold of 得满分, none at that of 不得分, in proportion between. "按办结率计分" runs from 0 to
 * 100 %. One threshold alone leaves open what the proportion is of, which is a doubt. Null where there is no proportion.
 */
export function composeRatio(placed: readonly Placed[], { full }: Item): Composition | null {
  const shares = statementsOf(placed, 'proportion')
  const gains = statementsOf(placed, 'gain')
  const share = shares[0]
  if (share === undefined || shares.length > 1 || gains.some((gain) => gain.each) || statementsOf(placed, 'lose', 'rank').length > 0) return null
  const reasons: ProposalReason[] = []
  const top = gains.filter((gain) => isFull(gain.amount, full))
  const bottom = gains.filter((gain) => gain.amount.kind === 'zero')
  if (top.length + bottom.length < gains.length || top.length > 1 || bottom.length > 1) return null
  const high = readThreshold(top[0]?.condition)
  const low = readThreshold(bottom[0]?.condition)
  const text = share.phrases.map((phrase) => phrase.text).join('')
  // With both limits there is one way to read it; with neither, the share itself. One alone can be read in two ways.
  if ((high === null) !== (low === null)) {
    const wholeIsFull = low === null && (high?.share === 1)
    if (!wholeIsFull) reasons.push({ kind: 'cases-not-said' })
  }
  if ((top.length > 0 && high === null && !whole.test(top[0]?.condition ?? '')) || text.includes('扣') || (share.between && high === null && low === null)) reasons.push({ kind: 'cases-not-said' })
  const measure = high?.measure || low?.measure || share.measure
  const rule = {
    kind: 'ratio' as const,
    numerator: measure === '' ? '符合要求的数量' : `${measure}的分子`,
    denominator: measure === '' ? '应有的总数' : `${measure}的分母`,
    zeroAt: low?.share ?? 0,
    fullAt: high?.share ?? 1,
  }
  reasons.push({ kind: 'names-missing', fields: ['numerator', 'denominator'] })
  return { rule, used: new Set<Statement>([share, ...gains]), reasons }
}

function readThreshold(condition: string | undefined): { readonly share: number; readonly measure: string } | null {
  const found = condition === undefined ? null : threshold.exec(condition)
  const share = found && decimalOf(dividePoints(pointsOf(found[2] ?? '0'), pointsOf(100)))
  return found === null || share === null ? null : { share, measure: (found[1] ?? '').replace(/[,,]$/, '') }
}
