import { comparePoints, subtractPoints, writeExact, zeroPoints, type Points } from '#core/points'
import {
  decimalOf, doubtsOfAmount, doubtsOfWording, isFull, otherwise, pointsOfAmount, statementsOf, type Composition, type Item, type Placed,
} from '#core/rubric/proposal/composition'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Statement, StatementOf } from '#core/rubric/proposal/statement'
import type { DeductCause } from '#core/rubric/rubric'

const severalOf = /(?:^|[^每\d.])(?:[2-9]|\d{2,4}|[二两三四五六七八九十])个?(?:次|件|处|起|项|人次|人|例|份|条|篇|期)(?:以上|及以上|\(含\)以上)?(?:的)?$/

interface Cause {
  label: string
  readonly perEvent: Points
  readonly each: boolean
  readonly sentence: number
  cap: Points | null
}

/**
 * R4 from deductions: every 扣 is a cause; once, unless events are counted; 不得分 takes all once. A cap (累计不超过) holds for the one
 * counted cause before it in its sentence; for several it is taken for all together, which is a doubt. Null where points are also given.
 */
export function composeDeduct(placed: readonly Placed[], { full }: Item): Composition | null {
  const gains = statementsOf(placed, 'gain')
  const whole = gains.filter((gain) => isFull(gain.amount, full))
  if (gains.some((gain) => gain.each || (gain.amount.kind !== 'zero' && !isFull(gain.amount, full)))) return null
  const used = new Set<Statement>(gains)
  const reasons: ProposalReason[] = []
  const causes: Cause[] = []
  let floor: Points = zeroPoints
  for (const { statement, sentence } of placed) {
    if (statement.kind === 'lose' || (statement.kind === 'gain' && statement.amount.kind === 'zero')) {
      causes.push(causeOf(statement, whole[0]?.condition ?? '', sentence, full, reasons))
    } else if (statement.kind === 'cap' && statement.of !== 'gain') {
      const left = applyCap(statement, sentence, causes, full, reasons)
      if (left !== null && comparePoints(left, floor) > 0) floor = left
    } else if (statement.kind === 'floor') floor = pointsOfAmount(statement.amount, full)
    else continue
    used.add(statement)
  }
  for (const gain of whole) reasons.push(...doubtsOfWording(gain))
  if (new Set(causes.map((cause) => cause.label)).size < causes.length) reasons.push({ kind: 'mixed' })
  const written = causes.map((cause, index) => writeCause(cause, index))
  const floorDecimal = decimalOf(floor)
  if (written.length === 0 || written.includes(null) || floorDecimal === null) return null
  const rule = { kind: 'deduct' as const, causes: written as DeductCause[], ...(floorDecimal === 0 ? {} : { floor: floorDecimal }) }
  return { rule, used, reasons }
}

function causeOf(statement: StatementOf<'gain'> | StatementOf<'lose'>, wholeFor: string, sentence: number, full: Points, reasons: ProposalReason[]): Cause {
  const perEvent = pointsOfAmount(statement.kind === 'gain' ? { kind: 'full' } : statement.amount, full)
  if (comparePoints(perEvent, full) > 0) reasons.push({ kind: 'full-differs', stated: writeExact(perEvent) })
  reasons.push(...doubtsOfWording(statement), ...doubtsOfAmount(statement.amount))
  if (/百分点|每(?:低|高|少|降低|下降|增加|提高)\d{0,3}%/.test(statement.condition)) reasons.push({ kind: 'cases-not-said' })
  // "1件扣1分,2件扣2分": steps of one count, of which the assessor must not mark two.
  if (statement.kind === 'lose' && severalOf.test(statement.condition)) reasons.push({ kind: 'cases-not-said' })
  // "不达标的" names its cause where nothing stands before it that it could be the rest of.
  const unnamed = statement.condition === '' || (otherwise.test(statement.condition) && (wholeFor !== '' || !/^[不未]/.test(statement.condition)))
  if (unnamed && wholeFor === '') reasons.push({ kind: 'names-missing', fields: ['causes'] }, { kind: 'cases-not-said' })
  const label = unnamed ? (wholeFor === '' ? '扣分情形' : `不符合“${wholeFor}”`) : statement.condition
  return { label, perEvent, each: statement.kind === 'lose' && statement.each, sentence, cap: null }
}

/** Returns the floor that a cap on all causes together leaves, or null. */
function applyCap(cap: StatementOf<'cap'>, sentence: number, causes: readonly Cause[], full: Points, reasons: ProposalReason[]): Points | null {
  const most = pointsOfAmount(cap.amount, full)
  if (comparePoints(most, full) > 0) reasons.push({ kind: 'full-differs', stated: writeExact(most) })
  // Less than nothing never remains: 扣完为止 says what holds anyway.
  if (cap.alone) return null
  const here = causes.filter((cause) => cause.sentence === sentence)
  const candidates = cap.scope === 'whole' || here.length === 0 ? causes : here
  const last = candidates.at(-1)
  if (last === undefined) {
    reasons.push({ kind: 'cap-scope' })
    return null
  }
  if (candidates.length === 1 && (cap.scope === 'near' || causes.length === 1)) {
    // Something that happens once needs no cap, unless it says the same.
    if (!last.each && comparePoints(last.perEvent, most) !== 0) reasons.push({ kind: 'cap-scope' })
    if (comparePoints(most, last.perEvent) < 0) reasons.push({ kind: 'cap-scope' })
    last.cap = most
    return null
  }
  if (comparePoints(most, full) === 0) return null
  if (cap.scope === 'near') reasons.push({ kind: 'cap-scope' })
  return comparePoints(most, full) > 0 ? null : subtractPoints(full, most)
}

function writeCause(cause: Cause, index: number): DeductCause | null {
  const perEvent = decimalOf(cause.perEvent)
  const cap = cause.cap ?? (cause.each ? null : cause.perEvent)
  const capDecimal = cap === null ? null : decimalOf(cap)
  if (perEvent === null || (cap !== null && capDecimal === null)) return null
  return { id: `c${index + 1}`, label: cause.label, perEvent, ...(capDecimal === null ? {} : { cap: capDecimal }) }
}
