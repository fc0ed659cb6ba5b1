import { failure, type Result } from '#core/result'
import type { DraftRefusal, RubricDraft } from '#core/rubric/proposal/draftRubric'
import type { ColumnMapping } from '#core/rubric/proposal/guessColumns'
import type { Rubric } from '#core/rubric/rubric'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'
import type { FileRequest, RubricWorkbook, RubricWorkbookRefusal } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'

export type WorkbookProblem =
  | RubricWorkbookRefusal
  /** No sheet has anything written in it. */
  | { readonly kind: 'empty-workbook' }

export type RubricWorkbookReading = RubricWorkbook

/** What a person should know of a foreign workbook; nothing of it stops the import. */
export type WorkbookNote = Extract<RubricWorkbook, { readonly kind: 'foreign' }>['notes'][number]

/** Larger files are not even taken into memory; the reader has the same bound. */
export const rubricWorkbookLimitBytes = 20_000_000

/**
 * Reads a workbook in the background: our template becomes a rubric, a foreign table its sheets. Nothing is stored; a template with any
 * problem gives only its problems.
 */
export async function importRubricWorkbook(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<Result<RubricWorkbookReading, WorkbookProblem>> {
  if (file.size > rubricWorkbookLimitBytes) return failure({ kind: 'too-large', limitBytes: rubricWorkbookLimitBytes })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await callWorker<FileRequest, Result<RubricWorkbook, RubricWorkbookRefusal>>('file', { kind: 'read-rubric-workbook', bytes })
  if (read.ok && read.value.kind === 'foreign' && read.value.sheets.every(({ rows }) => rows.length === 0)) return failure({ kind: 'empty-workbook' })
  return read
}

/** What a foreign table says under this mapping, with a proposed rule for every item. A long table takes a while, in the background. */
export function draftRubricOfTable(table: TableSheet, mapping: ColumnMapping, about: Pick<Rubric, 'key' | 'version' | 'name'>): Promise<Result<RubricDraft, DraftRefusal>> {
  return callWorker<FileRequest, Result<RubricDraft, DraftRefusal>>('file', { kind: 'draft-rubric', table, mapping, about })
}
