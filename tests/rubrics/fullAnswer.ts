import { assertNever } from '#core/brand'
import { dayInYear } from '#core/calendarDay'
import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'

/** The answer that brings an item its full marks, for the report year 2024; nothing for what stands outside the base total. */
export function fullAnswer(rule: Rule): Answer {
  switch (rule.kind) {
    case 'level': return { kind: 'level', level: rule.levels.at(-1)!.id }
    case 'passFail': return { kind: 'passFail', passed: true }
    case 'checklist': return { kind: 'checklist', marks: Object.fromEntries(rule.elements.map(({ id, marks }) => [id, marks.at(-1)!.points])) }
    case 'deduct': return { kind: 'deduct', events: {} }
    case 'ratio': return { kind: 'ratio', numerator: rule.fullAt, denominator: 1 }
    case 'count': return { kind: 'count', events: { [rule.kinds[0]!.id]: 99 } }
    case 'interval': {
      const best = rule.breaks.reduce((most, point) => (point.y > most.y ? point : most))
      return { kind: 'interval', value: best.x }
    }
    case 'itemMean': return { kind: 'itemMean', marks: [rule.scale.at(-1)!.id] }
    case 'judge': throw new Error('no shipped rubric has one')
    case 'timeliness': return { kind: 'timeliness', date: dayInYear(rule.deadline, 2024) }
    case 'byRank': return { kind: 'byRank', value: 100 }
    case 'reference': return { kind: 'reference', score: rule.full }
    case 'sources': return { kind: 'sources', scores: Object.fromEntries(rule.sources.map(({ id, full }) => [id, full])) }
    case 'scale': return { kind: 'scale', counts: { [rule.steps.at(-1)!.value]: 7 }, unknown: 1 }
    case 'negative': return { kind: 'negative', events: 0 }
    case 'veto': return { kind: 'veto', applies: false }
    default: return assertNever(rule)
  }
}
