import { assertNever } from '#core/brand'
import type { AnnualDay } from '#core/calendarDay'
import type { Rule, RubricItem, RuleVariant } from '#core/rubric/rubric'

/**
 * A rule in one line, every number of it and none of its wording (levels and steps of a scale keep their labels). Checklist: marks of
 * each element, "?" after one that need not apply. Deduct: amount per event, "≤" the cap of the cause. Days: month-day of the
 * following year.
 */
export function writeRule(rule: Rule): string {
  switch (rule.kind) {
    case 'level': return `level ${rule.levels.map((level) => `${level.label}${level.points}`).join(' ')}`
    case 'passFail': return rule.deadline === undefined ? 'passFail' : `passFail ${writeDay(rule.deadline)}`
    case 'checklist':
      return `checklist ${rule.elements.map((element) => element.marks.map((mark) => mark.points).join('/') + (element.notApplicable ? '?' : '')).join(' ')}${capOf(rule)}`
    case 'deduct':
      return `deduct ${rule.causes.map((cause) => `${cause.perEvent}${cause.cap === undefined ? '' : `≤${cause.cap}`}`).join(' ')}${rule.floor === undefined ? '' : ` floor ${rule.floor}`}`
    case 'ratio': return `ratio ${rule.zeroAt}–${rule.fullAt} empty ${rule.onEmpty ?? 'notApplicable'}`
    case 'count': return `count ${rule.kinds.map((kind) => kind.points).join(' ')}${capOf(rule)}`
    case 'interval': return `interval ${rule.unit} ${rule.shape}${rule.closed ? ` ${rule.closed}-closed` : ''} ${rule.breaks.map(({ x, y }) => `${x}→${y}`).join(' ')}`
    case 'itemMean': return `itemMean ${rule.scale.map((step) => step.share).join(' ')} empty ${rule.onEmpty ?? 'zero'}`
    case 'judge': return `judge ${rule.step}`
    case 'timeliness': return `timeliness ${writeDay(rule.deadline)}; ${writeLate(rule.late)}`
    case 'byRank': return `byRank ${rule.best} ${rule.award.kind === 'table' ? rule.award.points.join(' ') : rule.award.kind === 'step' ? `step ${rule.award.step}` : 'proportional'}`
    case 'reference': return `reference ${rule.rubric ?? ''} of ${rule.full}`
    case 'sources': return `sources ${rule.sources.map(({ weight, full }) => `${weight}/${full}`).join(' ')}`
    case 'scale': return `scale ${rule.steps.map(({ value, label, rate }) => `${value}${label}${rate === undefined ? '' : `=${rate}`}`).join(' ')}`
    case 'negative': return `negative ${rule.perEvent}${capOf(rule)}`
    case 'veto': return `veto ${writeEffect(rule.effect)}`
    default: return assertNever(rule)
  }
}

/** "government province: passFail 4-01", or "department: never" where the item does not apply to such bodies. */
export function writeVariants(item: RubricItem): string[] | undefined {
  return item.variants?.map((variant) => `${[...(variant.when.kinds ?? []), ...(variant.when.levels ?? [])].join(' ')}: ${writeDifference(variant)}`)
}

function writeDifference({ rule, full, weight, applies }: RuleVariant): string {
  return [
    ...(applies === false ? ['never'] : []), ...(rule ? [writeRule(rule)] : []), ...(full === undefined ? [] : [`full ${full}`]), ...(weight === undefined ? [] : [`weight ${weight}`]),
  ].join(', ')
}

function writeEffect(effect: Extract<Rule, { readonly kind: 'veto' }>['effect']): string {
  if (effect.kind === 'capTotal') return `cap at ${effect.at}`
  return effect.kind === 'lowerBand' ? `lower by ${effect.by}` : effect.kind
}

function capOf(rule: { readonly cap?: number }): string {
  return rule.cap === undefined ? '' : ` cap ${rule.cap}`
}

function writeLate(late: Extract<Rule, { readonly kind: 'timeliness' }>['late']): string {
  if (late.kind === 'perDay') return `${late.points} a day`
  return [...late.steps.map((step) => `${writeDay(step.until)} ${step.points}`), `else ${late.otherwise}`].join('; ')
}

function writeDay(day: AnnualDay): string {
  const monthAndDay = `${day.month}-${String(day.day).padStart(2, '0')}`
  return day.yearsAfter === 1 ? monthAndDay : `${day.yearsAfter}/${monthAndDay}`
}
