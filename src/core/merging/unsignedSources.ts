import type { Rule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'

interface Answered {
  readonly answer: Answer | null
}

/**
 * Whether a source of an item (R16) was left out by one of several assessors alone: weights renormalise only for a countersigned N/A
 * (METHOD §6A.26), so the item is pending until a second one leaves it out too. One assessor alone needs no second.
 */
export function unsignedSources(rule: Rule, entries: readonly Answered[]): boolean {
  if (rule.kind !== 'sources' || entries.length < 2) return false
  return rule.sources.some(({ id }) => entries.filter(({ answer }) => leavesOut(answer, id)).length === 1)
}

/** Whether one assessor gives a source a score and another leaves it out: mixed states, which need a ruling (METHOD §6A.16). */
export function mixesSources(rule: Rule, entries: readonly Answered[]): boolean {
  if (rule.kind !== 'sources') return false
  return rule.sources.some(({ id }) => entries.some(({ answer }) => leavesOut(answer, id)) && entries.some(({ answer }) => answer?.kind === 'sources' && !leavesOut(answer, id)))
}

function leavesOut(answer: Answer | null, source: string): boolean {
  return answer?.kind === 'sources' && answer.scores[source] === 'notApplicable'
}
