import type { AdoptionProblem } from '#workflows/adoptRubric'
import type { Speak } from './useVersionWords'

/** The compiler asks for an entry of every kind; a test asks for words of every entry, in both languages. */
export const adoptionProblemKinds: Readonly<Record<AdoptionProblem['kind'], true>> = {
  'rubric-unsound': true, 'same-rubric': true, 'stale-rubric': true, 'data-newer-than-app': true, 'data-unreadable': true,
  'quota-exceeded': true, 'stale-entry': true, 'not-found': true, 'already-there': true, 'report-already-there': true, 'name-taken': true,
  'invalid-record': true, 'storage-failed': true,
}

/** Why a version was not adopted; nothing was changed then. */
export function adoptionProblemWords(say: Speak, problem: AdoptionProblem): string {
  const named: Record<string, unknown> = { ...problem }
  if (problem.kind === 'rubric-unsound') named['n'] = problem.problems.length
  if (problem.kind === 'invalid-record') named['path'] = `${problem.problem.record} ${problem.problem.path}`
  return say(`problem.${problem.kind}`, named)
}
