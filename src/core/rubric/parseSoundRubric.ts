import { failure, type Result } from '#core/result'
import { checkRubric } from '#core/rubric/checkRubric'
import { parseRubric } from '#core/rubric/parseRubric'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'

/**
 * A rubric that may be adopted: it has the shape (parseRubric) and it is sound (checkRubric). Soundness is asked only of what has
 * the shape, so the problems are of one of the two sorts.
 * @example parseSoundRubric(JSON.parse(text)) // { ok: true, value: rubric }, or all the problems with their paths
 */
export function parseSoundRubric(value: unknown): Result<Rubric, RubricProblem[]> {
  const parsed = parseRubric(value)
  if (!parsed.ok) return parsed
  const problems = checkRubric(parsed.value)
  return problems.length === 0 ? parsed : failure(problems)
}
