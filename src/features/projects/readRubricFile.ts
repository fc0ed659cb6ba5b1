import type { Rubric } from '#core/rubric/rubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { failure, type Result } from '#core/result'

export type RubricFileProblem =
  | { readonly kind: 'too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json'; readonly detail: string }
  | { readonly kind: 'refused'; readonly problems: readonly RubricProblem[] }

/** A rubric is text written by people; the largest known has 400 items and under 1 MB. */
const limitBytes = 5_000_000

/** A rubric file as somebody picked it: size, then UTF-8 JSON, then shape, then soundness. */
export async function readRubricFile(file: File): Promise<Result<Rubric, RubricFileProblem>> {
  if (file.size > limitBytes) return failure({ kind: 'too-large', sizeBytes: file.size, limitBytes })
  const text = (await file.text()).replace(/^\ufeff/, '')
  if (text.trim() === '') return failure({ kind: 'empty' })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return failure({ kind: 'not-json', detail: error instanceof Error ? error.message : String(error) })
  }
  const read = parseSoundRubric(value)
  return read.ok ? read : failure({ kind: 'refused', problems: read.problem })
}
