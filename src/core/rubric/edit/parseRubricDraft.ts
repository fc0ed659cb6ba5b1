import { failure, success, type Result } from '#core/result'
import { parseRubric } from '#core/rubric/parseRubric'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'

/** What may be unfinished in a draft: words that are still missing, ids that are not sound yet. Everything else has its shape. */
const unfinished: ReadonlySet<RubricProblem['kind']> = new Set(['empty-text', 'bad-id'])

/**
 * Reads an untrusted value as a draft of a rubric: the shape is that of a rubric, but texts may be empty and ids unsound, and
 * nothing needs to add up. Never throws. On failure the problems are those that stand in the way; on success
 * draftFindings tells what is left to do.
 */
export function parseRubricDraft(value: unknown): Result<Rubric, RubricProblem[]> {
  const parsed = parseRubric(value)
  if (parsed.ok) return parsed
  const inTheWay = parsed.problem.filter((problem) => !unfinished.has(problem.kind))
  // Every field was read and has its type; parseRubric only withheld the value because of words.
  return inTheWay.length > 0 ? failure(inTheWay) : success(structuredCloneOf(value) as Rubric)
}

/** A copy of plain JSON that shares nothing with it. */
function structuredCloneOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
