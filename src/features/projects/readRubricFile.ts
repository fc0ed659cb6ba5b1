import { failure, type Result } from '#core/result'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { readJsonFile, type JsonFileProblem } from '#ui/readJsonFile'

export type RubricFileProblem = JsonFileProblem | { readonly kind: 'refused'; readonly problems: readonly RubricProblem[] }

/** A rubric is text written by people; the largest known has 400 items and under 1 MB. */
const limitBytes = 5_000_000

/** A rubric file as somebody picked it: size, then UTF-8 JSON, then shape, then soundness. */
export async function readRubricFile(file: File): Promise<Result<Rubric, RubricFileProblem>> {
  const value = await readJsonFile(file, limitBytes)
  if (!value.ok) return value
  const read = parseSoundRubric(value.value)
  return read.ok ? read : failure({ kind: 'refused', problems: read.problem })
}
