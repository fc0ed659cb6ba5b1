import type { RubricProblem } from '#core/rubric/rubricProblem'

/** vue-i18n's `t`, as far as it is needed here. */
type Speak = (key: string, named?: Record<string, unknown>) => string

/** The compiler asks for an entry of every kind; a test asks for words of every entry, in both languages. */
export const rubricProblemKinds: Readonly<Record<RubricProblem['kind'], true>> = {
  'missing-field': true, 'unknown-field': true, 'wrong-type': true, 'not-allowed': true, 'newer-format': true, 'empty-text': true,
  'bad-id': true, 'not-a-day': true, 'too-deep': true, 'empty-list': true, 'duplicate-id': true, 'sum-differs': true,
  'weights-differ': true, 'weights-mixed': true, 'not-positive': true, 'out-of-bounds': true, 'full-unreachable': true,
  'not-rising': true, 'zero-mark-missing': true, 'no-spread': true, 'unknown-basis': true, 'period-reversed': true,
  'not-an-annual-day': true, 'unknown-item': true, 'rule-not-here': true, 'weight-not-here': true, 'changes-nothing': true,
  'rates-mixed': true, 'refers-to-itself': true, 'measure-not-here': true,
  'translates-nothing': true, 'variant-hidden': true,
}

/** Why a rubric is refused, in words; the place is said by whoever shows it. */
export function rubricProblemWords(t: Speak, problem: RubricProblem): string {
  const named: Record<string, unknown> = { ...problem }
  if (problem.kind === 'wrong-type') named['expected'] = t(`ui.expectedType.${problem.expected}`)
  if (problem.kind === 'not-allowed') named['allowed'] = problem.allowed.join(t('ui.listComma'))
  if (problem.kind === 'rule-not-here') named['rule'] = t(`ui.ruleKind.${problem.rule}`)
  if (problem.kind === 'measure-not-here') {
    named['measure'] = t(`ui.measure.${problem.measure}`)
    named['rule'] = t(`ui.ruleKind.${problem.rule}`)
  }
  if (problem.kind === 'variant-hidden') named['by'] = problem.by.map((index) => index + 1).join(t('ui.listComma'))
  const words = t(`ui.rubricProblem.${problem.kind}`, named)
  if (!('unit' in problem) || !problem.unit) return words
  return t('ui.rubricProblemFor', { words, unit: t(`ui.rankingGroup.${problem.unit.kind}.${problem.unit.level}`) })
}
