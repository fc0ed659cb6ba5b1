import { formatPoints } from '#core/points'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { readExact } from '#core/scoring/scoreReference'
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
    case 'byRank':
      return fillWords(answers.value, { value: answer.value, unit: rule.kind === 'byRank' ? rule.unit : '' }).trim()
    case 'reference': {
      const score = 'exact' in answer ? shownExact(answer.exact) : answer.score
      return fillWords(answers.reference, { label: rule.kind === 'reference' ? rule.label : '', score, full: rule.kind === 'reference' ? rule.full : '' })
    }
    case 'sources': {
      const label = labelsOf(rule.kind === 'sources' ? rule.sources : [])
      return Object.entries(answer.scores)
        .map(([id, score]) => (score === 'notApplicable' ? fillWords(answers.elementNotApplicable, { label: label(id) }) : fillWords(answers.element, { label: label(id), points: score })))
        .join('\n')
    }
    case 'scale': {
      const label = labelsOf(rule.kind === 'scale' ? rule.steps.map((step) => ({ id: String(step.value), label: step.label })) : [])
      const given = Object.entries(answer.counts).filter(([, count]) => count > 0)
      const lines = given.map(([value, count]) => fillWords(answers.times, { label: label(value), count }))
      const valid = given.reduce((sum, [, count]) => sum + count, 0)
      return [...lines, fillWords(answers.valid, { count: valid, unknown: answer.unknown })].join('\n')
    }
    case 'negative':
      return answer.events === 0 ? answers.noEvent : fillWords(answers.events, { count: answer.events })
    case 'veto':
      return answer.applies ? answers.applies : answers.doesNotApply
  }
}

/** An exact score of this program, for the eye: two decimals, half up. What is not a number is shown as it stands. */
function shownExact(exact: string): string {
  const points = readExact(exact)
  return points === null ? exact : formatPoints(points, 2)
}

function describeEvents(events: Readonly<Record<string, number>>, label: (id: string) => string, words: WorkbookWords): string {
  const happened = Object.entries(events).filter(([, count]) => count > 0)
  if (happened.length === 0) return words.answers.noEvent
  return happened.map(([id, count]) => fillWords(words.answers.times, { label: label(id), count })).join('\n')
}

function labelsOf(parts: readonly { readonly id: string; readonly label: string }[]): (id: string) => string {
  return (id) => parts.find((part) => part.id === id)?.label ?? id
}
