import type { AnnualDay } from '#core/calendarDay'
import {
  decimalOf, doubtsOfWording, isFull, otherwise, pointsOfAmount, statementsOf, type Composition, type Item, type Placed,
} from '#core/rubric/proposal/composition'
import type { ProposalReason } from '#core/rubric/proposal/ruleProposal'
import type { Statement, StatementOf } from '#core/rubric/proposal/statement'
import type { TimelinessRule } from '#core/rubric/rubric'

const dated = /(次年|翌年|下一年|下年度?|当年|本年度?)?(\d{1,2})月(?:(\d{1,2})日|底)(?:\(含\))?(?:以前|之前|底前|前|及以前)/
const lateByDay = /(?:迟|逾期|推迟|延迟|超期|延期|晚)(?:报|交|送|报送|公开)?(?:一|1)?个?(?:工作)?(?:天|日)$|每(?:迟|逾期|推迟|延迟|超期|延期|晚)[^,]{0,6}(?:一|1)(?:天|日)$/
const lastDays = [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/**
 * R11 from days: "3月1日前报送得2分,3月31日前得1分,其后不得分" becomes steps, "…得2分,每迟1天扣0.5分" so much a day. Days without a year
 * are taken for the year after the report year (from July on for the report year itself), which is a doubt. Null without two such clauses.
 */
export function composeTimeliness(placed: readonly Placed[], { full }: Item): Composition | null {
  const gains = statementsOf(placed, 'gain')
  const losses = statementsOf(placed, 'lose')
  const first = gains[0]
  if (first === undefined || !isFull(first.amount, full) || gains.some((gain) => gain.each)) return null
  const reasons: ProposalReason[] = [{ kind: 'names-missing', fields: ['dateLabel'] }]
  const deadline = readAnnualDay(first.condition, reasons)
  if (deadline === null) return null
  const late = losses.length === 0 ? graceOf(gains.slice(1), placed, { full, standard: '' }, reasons) : perDayOf(losses, gains, full, reasons)
  if (late === null) return null
  const caps = statementsOf(placed, 'cap').filter((cap) => cap.alone && losses.length > 0)
  return { rule: { kind: 'timeliness', dateLabel: '完成日期', deadline, late }, used: new Set<Statement>([...gains, ...losses, ...caps]), reasons }
}

function graceOf(later: readonly StatementOf<'gain'>[], placed: readonly Placed[], { full }: Item, reasons: ProposalReason[]): TimelinessRule['late'] | null {
  const steps: { until: AnnualDay; points: number }[] = []
  let otherwiseSaid = false
  for (const gain of later) {
    const points = decimalOf(pointsOfAmount(gain.amount, full))
    const until = readAnnualDay(gain.condition, reasons)
    if (points === null) return null
    if (until !== null) steps.push({ until, points })
    else if (gain.amount.kind === 'zero' && (otherwise.test(gain.condition) || /后|逾期|未/.test(gain.condition))) otherwiseSaid = true
    else return null
  }
  if (steps.length === 0 || statementsOf(placed, 'lose').length > 0) return null
  if (!otherwiseSaid) reasons.push({ kind: 'cases-not-said' })
  return { kind: 'grace', steps, otherwise: 0 }
}

function perDayOf(losses: readonly StatementOf<'lose'>[], gains: readonly StatementOf<'gain'>[], full: Item['full'], reasons: ProposalReason[]): TimelinessRule['late'] | null {
  const [loss, ...more] = losses
  if (loss === undefined || more.length > 0 || !loss.each || !lateByDay.test(loss.condition)) return null
  if (gains.slice(1).some((gain) => gain.amount.kind !== 'zero')) return null
  const points = decimalOf(pointsOfAmount(loss.amount, full))
  reasons.push(...doubtsOfWording(loss))
  return points === null ? null : { kind: 'perDay', points }
}

function readAnnualDay(condition: string, reasons: ProposalReason[]): AnnualDay | null {
  const found = dated.exec(condition)
  if (!found) return null
  const [, year, monthText, dayText] = found
  const month = Number(monthText)
  const day = dayText === undefined ? lastDays[month - 1] ?? 0 : Number(dayText)
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  if (year === undefined) reasons.push({ kind: 'year-assumed' })
  const yearsAfter = year === undefined ? (month >= 7 ? 0 : 1) : /当年|本年/.test(year) ? 0 : 1
  return { yearsAfter, month, day }
}
