import { sha256 } from '#core/digest/sha256'
import type { Sha256 } from '#core/ids'
import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import { failure, success, type Result } from '#core/result'
import type { DraftRefusal, RubricDraft } from '#core/rubric/proposal/draftRubric'
import type { ColumnMapping } from '#core/rubric/proposal/guessColumns'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricSheetProblem } from '#core/tables/rubricSheet/rubricSheetProblem'
import type { TableSheet } from '#core/tables/rubricSheet/tableSheet'
import type { WorkbookModel } from '#core/tables/workbook'
import type { SheetTableProblem, SheetTables } from '#exchange/excel/readSheetTable'
import { packProject, unpackProject, type PackedProject, type PackOptions, type PackProblem, type UnpackProblem } from '#exchange/package/packProject'
import type { OpenedProjectFile } from '#exchange/package/readProjectFile'

export type FileRequest =
  | ({ readonly kind: 'write-project'; readonly snapshot: ProjectSnapshot } & PackOptions)
  | { readonly kind: 'read-project'; readonly bytes: Uint8Array; readonly passphrase?: string | null }
  | { readonly kind: 'digest-file'; readonly file: Blob }
  | { readonly kind: 'write-workbook'; readonly model: WorkbookModel }
  | { readonly kind: 'read-rubric-workbook'; readonly bytes: Uint8Array }
  | { readonly kind: 'draft-rubric'; readonly table: TableSheet; readonly mapping: ColumnMapping; readonly about: Pick<Rubric, 'key' | 'version' | 'name'> }

/** A rubric in our template, or the sheets of a table that its owner has to explain. */
export type RubricWorkbook = { readonly kind: 'template'; readonly rubric: Rubric } | ({ readonly kind: 'foreign' } & SheetTables)

export type RubricWorkbookRefusal = SheetTableProblem | { readonly kind: 'template-unsound'; readonly problems: readonly RubricSheetProblem[] }

export type UnpackedProject = OpenedProjectFile & { readonly sealed: boolean }

export type FileReply = Uint8Array | Sha256 | Result<PackedProject, PackProblem> | Result<UnpackedProject, UnpackProblem> | Result<RubricWorkbook, RubricWorkbookRefusal> | Result<RubricDraft, DraftRefusal>

/** What file.worker does; also called directly where there is no worker. The Excel libraries are fetched only when they are needed. */
export async function answerFile(request: FileRequest): Promise<FileReply> {
  switch (request.kind) {
    case 'write-project':
      return packProject(request.snapshot, request)
    case 'read-project':
      return unpackProject(request.bytes, request.passphrase ?? null)
    case 'digest-file':
      return sha256(new Uint8Array(await request.file.arrayBuffer()))
    case 'write-workbook':
      return (await import('#exchange/excel/writeWorkbook')).writeWorkbook(request.model)
    case 'read-rubric-workbook':
      return readWorkbookOfRubric(request.bytes)
    case 'draft-rubric':
      return (await import('#core/rubric/proposal/draftRubric')).draftRubric(request.table, request.mapping, request.about)
  }
}

async function readWorkbookOfRubric(bytes: Uint8Array): Promise<Result<RubricWorkbook, RubricWorkbookRefusal>> {
  const ours = (await import('#exchange/excel/readRubricWorkbook')).readRubricWorkbook(bytes)
  if (ours.ok) return success({ kind: 'template', rubric: ours.value })
  switch (ours.problem.kind) {
    case 'unreadable':
      return failure(ours.problem.problem)
    case 'template':
      return failure({ kind: 'template-unsound', problems: ours.problem.problems })
    case 'not-our-template': {
      const tables = (await import('#exchange/excel/readSheetTable')).readSheetTable(bytes)
      return tables.ok ? success({ kind: 'foreign', ...tables.value }) : tables
    }
  }
}
