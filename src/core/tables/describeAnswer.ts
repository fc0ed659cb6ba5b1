import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { type WorkbookWords, fillWords } from '#core/tables/workbookWords'

/**
 * An answer in the words of its rule, one thing a line: the level chosen, each element with its points, events with their number.
 * What does not fit the rule is shown by its id rather than left out. Null (no answer) gives ''.
 * @example describeAnswer(levels, { kind: 'level', level: 'fact' }, zh) // '有具体事项(2.1 分)'
 */
export function describeAnswer(rule: Rule, answer: Answer | null, words: WorkbookWords): string {
  if (!answer) return ''
  const { answers } = words
  switch (answer.kind) {
    case 'level': {
      const level = rule.kind === 'level' ? rule.levels.find(({ id }) => id === answer.level) : undefined
      return level ? fillWords(answers.level, { label: level.label, points: level.points }) : answer.level
    }
    case 'passFail':
      if ('date' in answer) return fillWords(answers.date, { label: (rule.kind === 'passFail' && rule.dateLabel) || '', date: answer.date })
      return answer.passed ? answers.passed : answers.failed
    case 'checklist': {
      const label = labelsOf(rule.kind === 'checklist' ? rule.elements : [])
      return Object.entries(answer.marks)
        .map(([id, mark]) => (mark === 'notApplicable' ? fillWords(answers.elementNotApplicable, { label: label(id) }) : fillWords(answers.element, { label: label(id), points: mark })))
        .join('\n')
    }
    case 'deduct':
      return describeEvents(answer.events, labelsOf(rule.kind === 'deduct' ? rule.causes : []), words)
    case 'count':
      return describeEvents(answer.events, labelsOf(rule.kind === 'count' ? rule.kinds : []), words)
    case 'ratio':
      return fillWords(answers.ratio, { numerator: answer.numerator, denominator: answer.denominator })
    case 'interval':
      return fillWords(answers.value, { value: answer.value, unit: rule.kind === 'interval' ? rule.unit : '' }).trim()
    case 'itemMean': {
      const label = labelsOf(rule.kind === 'itemMean' ? rule.scale : [])
      if (answer.marks.length === 0) return answers.noSubItem
      return answer.marks.map((id, index) => fillWords(answers.listed, { number: index + 1, label: label(id) })).join('\n')
    }
    case 'judge':
      return fillWords(answers.judged, { points: answer.points })
    case 'timeliness':
      if ('never' in answer) return answers.never
      return fillWords(answers.date, { label: rule.kind === 'timeliness' ? rule.dateLabel : '', date: answer.date })
  }
}

function describeEvents(events: Readonly<Record<string, number>>, label: (id: string) => string, words: WorkbookWords): string {
  const happened = Object.entries(events).filter(([, count]) => count > 0)
  if (happened.length === 0) return words.answers.noEvent
  return happened.map(([id, count]) => fillWords(words.answers.times, { label: label(id), count })).join('\n')
}

function labelsOf(parts: readonly { readonly id: string; readonly label: string }[]): (id: string) => string {
  return (id) => parts.find((part) => part.id === id)?.label ?? id
}
