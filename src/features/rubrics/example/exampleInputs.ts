import { dayInYear, parseCalendarDay } from '#core/calendarDay'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'

/** One field of a sample answer. Values are kept as typed, by key. `words`: shown as they are; else `label` is a key of `rubrics.example`. */
export type ExampleInput =
  | { readonly key: string; readonly type: 'number'; readonly words?: string; readonly label?: string; readonly suffix?: string; readonly initial: string }
  | { readonly key: string; readonly type: 'date'; readonly words?: string; readonly label?: string; readonly initial: string }
  | { readonly key: string; readonly type: 'numbers'; readonly label: string; readonly initial: string }
  | { readonly key: string; readonly type: 'choice'; readonly words?: string; readonly label?: string; readonly choices: readonly { readonly value: string; readonly words?: string; readonly label?: string }[]; readonly initial: string }

export type ExampleValues = Readonly<Record<string, string>>

/** What has to be typed to answer by this rule, with a first answer that shows something. `year`: report year. */
export function exampleInputs(rule: Rule, year: number): readonly ExampleInput[] {
  switch (rule.kind) {
    case 'level':
      return [{ key: 'level', type: 'choice', label: 'level', choices: rule.levels.map(({ id, label }) => ({ value: id, words: label })), initial: rule.levels[Math.max(0, rule.levels.length - 2)]?.id ?? '' }]
    case 'passFail':
      return rule.deadline
        ? [{ key: 'date', type: 'date', words: rule.dateLabel, label: 'date', initial: dayInYear(rule.deadline, year) }]
        : [{ key: 'passed', type: 'choice', label: 'passed', choices: [{ value: 'yes', label: 'yes' }, { value: 'no', label: 'no' }], initial: 'yes' }]
    case 'checklist':
      return rule.elements.map((element, index) => ({
        key: element.id, type: 'choice', words: element.label,
        choices: [...element.marks.map(({ points, criterion }) => ({ value: String(points), words: `${points} ${criterion}` })), ...(element.notApplicable ? [{ value: 'notApplicable', label: 'notApplicable' }] : [])],
        initial: String(element.marks.at(index === 0 ? 0 : -1)?.points ?? ''),
      }))
    case 'deduct':
      return rule.causes.map(({ id, label }, index) => ({ key: id, type: 'number', words: label, initial: index === 0 ? '1' : '0' }))
    case 'ratio':
      return [{ key: 'numerator', type: 'number', words: rule.numerator, initial: '862' }, { key: 'denominator', type: 'number', words: rule.denominator, initial: '1000' }]
    case 'count':
      return rule.kinds.map(({ id, label }, index) => ({ key: id, type: 'number', words: label, initial: index === 0 ? '1' : '0' }))
    case 'interval':
      return [{ key: 'value', type: 'number', words: rule.measure, suffix: rule.unit, initial: middleOf(rule.breaks.map(({ x }) => x)) }]
    case 'itemMean':
      return rule.scale.map(({ id, label }) => ({ key: id, type: 'number', words: label, initial: '1' }))
    case 'judge':
      return [{ key: 'points', type: 'number', label: 'points', initial: String(rule.step) }]
    case 'timeliness':
      return [{ key: 'date', type: 'date', words: rule.dateLabel, initial: dayInYear(rule.deadline, year) }]
    case 'byRank':
      return [{ key: 'value', type: 'number', words: rule.measure, suffix: rule.unit, initial: '30' }, { key: 'others', type: 'numbers', label: 'others', initial: '40 35 20' }]
    case 'reference':
      return [{ key: 'score', type: 'number', words: rule.label, initial: '73.69' }]
    case 'sources':
      return rule.sources.map(({ id, label, full }) => ({ key: id, type: 'number', words: label, suffix: `/ ${full}`, initial: String(full) }))
    case 'scale':
      return [...rule.steps.map(({ value, label }) => ({ key: String(value), type: 'number' as const, words: `${value} ${label}`, initial: '1' })), { key: 'unknown', type: 'number', label: 'unknown', initial: '0' }]
    case 'negative':
      return [{ key: 'events', type: 'number', label: 'events', initial: '1' }]
    case 'veto':
      return [{ key: 'applies', type: 'choice', label: 'applies', choices: [{ value: 'yes', label: 'yes' }, { value: 'no', label: 'no' }], initial: 'yes' }]
  }
}

/** The answer that was typed; null while something is missing. Whether it may be given is scoreItem's to say. */
export function answerOfExample(rule: Rule, values: ExampleValues): Answer | null {
  const number = (key: string): number => (values[key] === undefined || values[key] === '' ? Number.NaN : Number(values[key]))
  const numbers = (keys: readonly string[]): Record<string, number> | null => {
    const found = Object.fromEntries(keys.map((key) => [key, number(key)]))
    return Object.values(found).some(Number.isNaN) ? null : found
  }
  const date = parseCalendarDay(values['date'] ?? '')
  switch (rule.kind) {
    case 'level': return values['level'] ? { kind: 'level', level: values['level'] } : null
    case 'passFail': return rule.deadline ? date && { kind: 'passFail', date } : { kind: 'passFail', passed: values['passed'] === 'yes' }
    case 'checklist': {
      const marks = Object.fromEntries(rule.elements.map(({ id }) => [id, values[id] === 'notApplicable' ? ('notApplicable' as const) : number(id)]))
      return Object.values(marks).some((mark) => Number.isNaN(mark)) ? null : { kind: 'checklist', marks }
    }
    case 'deduct': return withNumbers(numbers(rule.causes.map(({ id }) => id)), (events) => ({ kind: 'deduct', events }))
    case 'ratio': return withNumbers(numbers(['numerator', 'denominator']), (read) => ({ kind: 'ratio', numerator: read['numerator'] as number, denominator: read['denominator'] as number }))
    case 'count': return withNumbers(numbers(rule.kinds.map(({ id }) => id)), (events) => ({ kind: 'count', events }))
    case 'interval': return withNumbers(numbers(['value']), (read) => ({ kind: 'interval', value: read['value'] as number }))
    case 'itemMean': return withNumbers(numbers(rule.scale.map(({ id }) => id)), (counts) => ({ kind: 'itemMean', marks: rule.scale.flatMap(({ id }) => Array.from({ length: Math.min(200, Math.max(0, Math.trunc(counts[id] as number))) }, () => id)) }))
    case 'judge': return withNumbers(numbers(['points']), (read) => ({ kind: 'judge', points: read['points'] as number }))
    case 'timeliness': return date && { kind: 'timeliness', date }
    case 'byRank': return withNumbers(numbers(['value']), (read) => ({ kind: 'byRank', value: read['value'] as number }))
    case 'reference': return withNumbers(numbers(['score']), (read) => ({ kind: 'reference', score: read['score'] as number }))
    case 'sources': return withNumbers(numbers(rule.sources.map(({ id }) => id)), (scores) => ({ kind: 'sources', scores }))
    case 'scale': return withNumbers(numbers([...rule.steps.map(({ value }) => String(value)), 'unknown']), ({ unknown, ...counts }) => ({ kind: 'scale', counts, unknown: unknown as number }))
    case 'negative': return withNumbers(numbers(['events']), (read) => ({ kind: 'negative', events: read['events'] as number }))
    case 'veto': return { kind: 'veto', applies: values['applies'] === 'yes' }
  }
}

function withNumbers(numbers: Record<string, number> | null, make: (numbers: Record<string, number>) => Answer): Answer | null {
  return numbers === null ? null : make(numbers)
}

/** A value between the first two break points, where the curve says something; exact, since it is only typed in. */
function middleOf(values: readonly number[]): string {
  const [first, second] = values
  if (first === undefined) return '0'
  return String(second === undefined ? first : Math.round(((first + second) / 2) * 100) / 100)
}
