import { failure, type Result } from '#core/result'
import { parseRubricDraft } from '#core/rubric/edit/parseRubricDraft'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'

export type DraftFileProblem =
  | { readonly kind: 'too-large'; readonly sizeBytes: number; readonly limitBytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-json'; readonly detail: string; readonly line: number | null }
  | { readonly kind: 'refused'; readonly problems: readonly RubricProblem[] }

const limitBytes = 5_000_000

/** A rubric file to go on with as a draft: it needs the shape of a rubric, not more. Size, then JSON, then shape. */
export async function readDraftFile(file: File): Promise<Result<Rubric, DraftFileProblem>> {
  if (file.size > limitBytes) return failure({ kind: 'too-large', sizeBytes: file.size, limitBytes })
  const text = (await file.text()).replace(/^\ufeff/, '')
  if (text.trim() === '') return failure({ kind: 'empty' })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return failure({ kind: 'not-json', detail, line: lineOf(detail, text) })
  }
  const read = parseRubricDraft(value)
  return read.ok ? read : failure({ kind: 'refused', problems: read.problem })
}

/** Engines name the place as "position 123", some as a line too; null when they name none. */
function lineOf(detail: string, text: string): number | null {
  const line = /line (\d+)/.exec(detail)
  if (line) return Number(line[1])
  const position = /position (\d+)/.exec(detail)
  return position ? text.slice(0, Number(position[1])).split('\n').length : null
}
