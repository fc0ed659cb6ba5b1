import type { ProjectSnapshot } from '#core/records/projectSnapshot'
import type { Result } from '#core/result'
import type { WorkbookModel } from '#core/tables/workbook'
import type { ProjectFileProblem } from '#exchange/package/projectFile'
import { readProjectFile, type OpenedProjectFile } from '#exchange/package/readProjectFile'
import { writeProjectFile } from '#exchange/package/writeProjectFile'

export type FileRequest =
  | { readonly kind: 'write-project'; readonly snapshot: ProjectSnapshot; readonly savedAt: string; readonly appVersion: string }
  | { readonly kind: 'read-project'; readonly bytes: Uint8Array }
  | { readonly kind: 'write-workbook'; readonly model: WorkbookModel }

export type FileReply = Uint8Array | Result<OpenedProjectFile, ProjectFileProblem>

/** What file.worker does; also called directly where there is no worker. The Excel library is fetched only when a workbook is written. */
export async function answerFile(request: FileRequest): Promise<FileReply> {
  switch (request.kind) {
    case 'write-project':
      return writeProjectFile(request.snapshot, request)
    case 'read-project':
      return readProjectFile(request.bytes)
    case 'write-workbook':
      return (await import('#exchange/excel/writeWorkbook')).writeWorkbook(request.model)
  }
}
