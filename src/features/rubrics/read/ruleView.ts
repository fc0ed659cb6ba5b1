import { assertNever } from '#core/brand'
import type { AnnualDay } from '#core/calendarDay'
import { multiplyPoints, pointsOf, writeExact } from '#core/points'
import type { Rule } from '#core/rubric/rubric'
import type { Speak } from '../problems'

/** A rule as it is read: how points come about in a sentence, and its table, if it has one. `numeric`: columns set to the right. */
export interface RuleView {
  readonly sentence: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly numeric: readonly number[]
}

export function ruleView(t: Speak, rule: Rule, full: number): RuleView {
  const say = (key: string, named: Record<string, unknown> = {}): string => t(`rubrics.rule.${key}`, named)
  const head = (...keys: string[]): string[] => keys.map((key) => t(`rubrics.head.${key}`))
  const plain = (sentence: string): RuleView => ({ sentence, head: [], rows: [], numeric: [] })
  switch (rule.kind) {
    case 'level':
      return { sentence: say('level'), head: head('level', 'criterion', 'points'), rows: rule.levels.map(({ label, criterion, points }) => [label, criterion, String(points)]), numeric: [2] }
    case 'passFail':
      return plain(rule.deadline ? say('passFailDate', { criterion: rule.criterion, full, date: rule.dateLabel ?? t('rubrics.date'), day: annualDayWords(t, rule.deadline) }) : say('passFail', { criterion: rule.criterion, full }))
    case 'checklist':
      return {
        sentence: say('checklist', { n: rule.elements.length }) + (rule.cap === undefined ? '' : say('cap', { cap: rule.cap })),
        head: head('element', 'marks', 'points'),
        rows: rule.elements.map(({ label, marks, notApplicable }) => [
          label,
          marks.map(({ points, criterion }) => say('mark', { points, criterion })).join(t('rubrics.semicolon')) + (notApplicable ? say('elementMayNotApply', { when: notApplicable.when }) : ''),
          String(marks.at(-1)?.points ?? ''),
        ]),
        numeric: [2],
      }
    case 'deduct':
      return {
        sentence: say('deduct', { full, floor: rule.floor ?? 0 }),
        head: head('cause', 'perEvent', 'capOfCause'),
        rows: rule.causes.map(({ label, perEvent, cap }) => [label, `−${perEvent}`, cap === undefined ? t('rubrics.noCap') : cap === perEvent ? t('rubrics.once') : `−${cap}`]),
        numeric: [1, 2],
      }
    case 'ratio':
      return plain(say('ratio', { numerator: rule.numerator, denominator: rule.denominator, zeroAt: percent(rule.zeroAt), fullAt: percent(rule.fullAt) }) + say(rule.onEmpty === 'zero' ? 'emptyZero' : 'emptyNotApplicable'))
    case 'count':
      return { sentence: say('count', { cap: rule.cap ?? full }), head: head('event', 'perEvent'), rows: rule.kinds.map(({ label, points }) => [label, String(points)]), numeric: [1] }
    case 'interval':
      return {
        sentence: say(rule.shape === 'linear' ? 'linear' : rule.closed === 'right' ? 'stepRight' : 'stepLeft', { measure: rule.measure }),
        head: [rule.unit === '' ? rule.measure : t('rubrics.withUnit', { measure: rule.measure, unit: rule.unit }), t('rubrics.head.points')],
        rows: rule.breaks.map(({ x, y }) => [String(x), String(y)]),
        numeric: [0, 1],
      }
    case 'itemMean':
      return {
        sentence: say('itemMean', { subItem: rule.subItem, full }) + say(rule.onEmpty === 'notApplicable' ? 'noneNotApplicable' : 'noneZero', { subItem: rule.subItem }),
        head: head('level', 'criterion', 'share'),
        rows: rule.scale.map(({ label, criterion, share }) => [label, criterion, percent(share)]),
        numeric: [2],
      }
    case 'judge':
      return plain(say('judge', { criterion: rule.criterion, full, step: rule.step }))
    case 'timeliness': {
      const sentence = say('timeliness', { date: rule.dateLabel, day: annualDayWords(t, rule.deadline), full })
      if (rule.late.kind === 'perDay') return plain(sentence + say('perDay', { points: rule.late.points }))
      return {
        sentence,
        head: head('until', 'points'),
        rows: [[annualDayWords(t, rule.deadline), String(full)], ...rule.late.steps.map(({ until, points }) => [annualDayWords(t, until), String(points)]), [t('rubrics.later'), String(rule.late.otherwise)]],
        numeric: [1],
      }
    }
    case 'byRank': {
      const sentence = say('byRank', { measure: rule.unit === '' ? rule.measure : t('rubrics.withUnit', { measure: rule.measure, unit: rule.unit }), best: t(`rubrics.best.${rule.best}`) })
      if (rule.award.kind === 'proportional') return plain(sentence + say('proportional', { full }))
      if (rule.award.kind === 'step') return plain(sentence + say('perPlace', { full, step: rule.award.step }))
      return { sentence: sentence + say('table'), head: head('place', 'points'), rows: rule.award.points.map((points, index) => [String(index + 1), String(points)]), numeric: [1] }
    }
    case 'reference':
      return plain(say('reference', { label: rule.label, full: rule.full, points: full }) + (rule.rubric === undefined ? '' : say('referenceTo', { rubric: rule.rubric })))
    case 'sources':
      return { sentence: say('sources'), head: head('source', 'weight', 'full'), rows: rule.sources.map(({ label, weight, full: most }) => [label, String(weight), String(most)]), numeric: [1, 2] }
    case 'scale': {
      const rated = rule.steps.some((step) => step.rate !== undefined)
      return {
        sentence: say(rated ? 'scaleRated' : 'scale', { full, top: rule.steps.at(-1)?.value ?? '' }),
        head: head('step', 'value', ...(rated ? ['rate'] : [])),
        rows: rule.steps.map(({ label, value, rate }) => [label, String(value), ...(rated ? [rate === undefined ? '' : percent(rate)] : [])]),
        numeric: [1, 2],
      }
    }
    case 'negative':
      return plain(say('negative', { perEvent: rule.perEvent, cap: rule.cap ?? full }))
    case 'veto':
      return plain(say('veto', { criterion: rule.criterion, effect: t(`rubrics.effect.${rule.effect.kind}`, { ...rule.effect }) }))
    default:
      return assertNever(rule)
  }
}

/** 报告年度次年3月1日. */
export function annualDayWords(t: Speak, { yearsAfter, month, day }: AnnualDay): string {
  const year = yearsAfter >= 0 && yearsAfter <= 2 ? t(`rubrics.yearsAfter.${yearsAfter}`) : t('rubrics.yearsAfter.more', { n: yearsAfter })
  return t('rubrics.annualDay', { year, month, day })
}

/** A share as it was written, in percent: 0.285 → "28.5%". */
export function percent(share: number): string {
  return `${writeExact(multiplyPoints(pointsOf(share), pointsOf(100)))}%`
}
