import { failure, type Result } from '#core/result'
import { parseRubricDraft } from '#core/rubric/edit/parseRubricDraft'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { readJsonFile, type JsonFileProblem } from '#ui/readJsonFile'

export type DraftFileProblem = JsonFileProblem | { readonly kind: 'refused'; readonly problems: readonly RubricProblem[] }

const limitBytes = 5_000_000

/** A rubric file to go on with as a draft: it needs the shape of a rubric, not more. Size, then JSON, then shape. */
export async function readDraftFile(file: File): Promise<Result<Rubric, DraftFileProblem>> {
  const value = await readJsonFile(file, limitBytes)
  if (!value.ok) return value
  const read = parseRubricDraft(value.value)
  return read.ok ? read : failure({ kind: 'refused', problems: read.problem })
}
