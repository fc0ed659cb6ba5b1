import { failure, type Result } from '#core/result'
import type { Rubric } from '#core/rubric/rubric'
import { parseRubricTemplate } from '#core/tables/rubricSheet/parseRubricTemplate'
import type { RubricSheetProblem } from '#core/tables/rubricSheet/rubricSheetProblem'
import { readSheetTable, type SheetTableProblem } from '#exchange/excel/readSheetTable'

/** Why a workbook gives no rubric: its bytes cannot be read, or its cells are not those of a sound template. */
export type RubricWorkbookProblem =
  | { readonly kind: 'unreadable'; readonly problem: SheetTableProblem }
  | { readonly kind: 'not-our-template'; readonly sheets: readonly string[] }
  | { readonly kind: 'template'; readonly problems: readonly RubricSheetProblem[] }

/**
 * A rubric from the bytes of a workbook in our template; nothing is taken over if anything is wrong. A foreign table is told apart
 * ('not-our-template'): read it with readSheetTable and map its columns.
 */
export function readRubricWorkbook(bytes: Uint8Array): Result<Rubric, RubricWorkbookProblem> {
  const tables = readSheetTable(bytes)
  if (!tables.ok) return failure({ kind: 'unreadable', problem: tables.problem })
  const parsed = parseRubricTemplate(tables.value.sheets)
  if (parsed.ok) return parsed
  const foreign = parsed.problem.some((problem) => problem.kind === 'not-a-template')
  return failure(foreign ? { kind: 'not-our-template', sheets: tables.value.sheets.map(({ name }) => name) } : { kind: 'template', problems: parsed.problem })
}
