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
      const elements = rule.kind === 'checklist' ? rule.elements : []
      const label = labelsOf(elements)
      return inOrderOf(elements, answer.marks)
        .map(([id, mark]) => (mark === 'notApplicable' ? fillWords(answers.elementNotApplicable, { label: label(id) }) : fillWords(answers.element, { label: label(id), points: mark })))
        .join('\n')
    }
    case 'deduct':
      return describeEvents(answer.events, rule.kind === 'deduct' ? rule.causes : [], words)
    case 'count':
      return describeEvents(answer.events, rule.kind === 'count' ? rule.kinds : [], words)
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
      if ('low' in answer) return fillWords(answers.referenceRange, { label: rule.kind === 'reference' ? rule.label : '', low: shownExact(answer.low), high: shownExact(answer.high), full: rule.kind === 'reference' ? rule.full : '' })
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

interface Part {
  readonly id: string
  readonly label: string
}

function describeEvents(events: Readonly<Record<string, number>>, parts: readonly Part[], words: WorkbookWords): string {
  const label = labelsOf(parts)
  const happened = inOrderOf(parts, events).filter(([, count]) => count > 0)
  if (happened.length === 0) return words.answers.noEvent
  return happened.map(([id, count]) => fillWords(words.answers.times, { label: label(id), count })).join('\n')
}

/** The entries of an answer as the rule lists its parts, not as they were typed or stored; what the rule does not know comes last. */
function inOrderOf<T>(parts: readonly Part[], given: Readonly<Record<string, T>>): [string, T][] {
  const place = (id: string) => {
    const index = parts.findIndex((part) => part.id === id)
    return index < 0 ? parts.length : index
  }
  return Object.entries(given).sort(([a], [b]) => place(a) - place(b))
}

function labelsOf(parts: readonly Part[]): (id: string) => string {
  return (id) => parts.find((part) => part.id === id)?.label ?? id
}
