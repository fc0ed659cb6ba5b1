import { comparePoints, dividePoints, multiplyPoints, pointsOf, subtractPoints, zeroPoints, type Points } from '#core/points'
import { decimalOf, isFull, pointsOfAmount, statementsOf, type Composition, type Item, type Placed } from '#core/rubric/proposal/composition'
import type { Statement } from '#core/rubric/proposal/statement'

const perPoint = /^(.{0,40}?)每(?:低于?|降低|下降|少|差|减少)(?:于?(?:目标值?|标准))?(?:一|1)(?:个?百分点|%)(?:的)?$/
const target = /^(.{0,40}?率)(?:达到|达|为|不低于|大于等于|≥|>=)?(\d{1,3}(?:\.\d{1,3})?)%(?:\(含\))?(?:及)?(?:以上)?(?:\(含\))?(?:的)?$/
const below = /^(.{0,40}?率)(?:低于|不足|未达到?|未达|达不到|小于|<)(\d{1,3}(?:\.\d{1,3})?)%(?:的)?,?每低(?:一|1)(?:个?百分点|%)(?:的)?$/

/**
 * R5 from a deduction for every percentage point by which a rate falls short: "办结率达到95%得满分,每低1个百分点扣0.1分" for 2 points is
 * nothing at 75 %, full at 95 %. What a part of a point costs is not said: a doubt. Null where anything else is given or taken, where
 * the target is not said, or where the deductions could not take the whole: that stays a deduction.
 */
export function composeShortfall(placed: readonly Placed[], { full }: Item): Composition | null {
  const [lost, ...others] = statementsOf(placed, 'lose')
  const [given, ...more] = statementsOf(placed, 'gain')
  // 扣完为止 says what holds anyway.
  const caps = statementsOf(placed, 'cap').filter((cap) => cap.of !== 'gain' && (cap.alone || isFull(cap.amount, full)))
  const rest = placed.filter(({ statement }) => !['lose', 'gain', 'remark', 'open'].includes(statement.kind) && !caps.some((cap) => cap === statement))
  if (!lost || others.length > 0 || more.length > 0 || rest.length > 0 || lost.amount.kind !== 'points' || (given && !isFull(given.amount, full))) return null
  const aim = given ? (perPoint.test(lost.condition) ? target.exec(given.condition) : null) : below.exec(lost.condition)
  const each = pointsOfAmount(lost.amount, full)
  if (!aim || comparePoints(each, zeroPoints) <= 0) return null
  const fullAt = shareOf(pointsOf(aim[2] ?? '0'))
  const zeroAt = subtractPoints(fullAt, shareOf(dividePoints(full, each)))
  const [low, high] = [decimalOf(zeroAt), decimalOf(fullAt)]
  if (low === null || high === null || low < 0 || high > 1) return null
  const measure = aim[1] ?? ''
  const rule = { kind: 'ratio' as const, numerator: `${measure}的分子`, denominator: `${measure}的分母`, zeroAt: low, fullAt: high }
  return { rule, used: new Set<Statement>([...(given ? [given] : []), lost, ...caps]), reasons: [{ kind: 'names-missing', fields: ['numerator', 'denominator'] }, { kind: 'cases-not-said' }] }
}

function shareOf(percent: Points): Points {
  return multiplyPoints(percent, pointsOf('0.01'))
}
