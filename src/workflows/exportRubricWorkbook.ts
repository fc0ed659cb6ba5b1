import type { Rubric } from '#core/rubric/rubric'
import { layoutRubricTemplate } from '#core/tables/rubricSheet/layoutRubricTemplate'
import { rubricSheetWords } from '#core/tables/rubricSheet/rubricSheetWords'
import { fileNameOf } from '#core/text/fileNameOf'
import type { FileRequest } from '#workers/answerFile'
import { callWorker } from '#workers/callWorker'
import type { Deps } from '#workflows/deps'
import { localDay } from '#workflows/localTime'

/** Excel's own name for .xlsx. */
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands a rubric to the person as the Excel template that importRubricWorkbook reads back. Returns the name of the file. */
export async function exportRubricWorkbook(deps: Deps, rubric: Rubric, { language }: { readonly language: 'zh' | 'en' }): Promise<string> {
  const madeAt = deps.clock()
  const model = layoutRubricTemplate(rubric, rubricSheetWords[language], madeAt)
  const bytes = await callWorker<FileRequest, Uint8Array>('file', { kind: 'write-workbook', model })
  const name = `${fileNameOf(`${rubric.name || rubric.key} ${rubric.version}`)}_${localDay(madeAt)}.xlsx`
  await deps.saveFile(name, bytes, workbookType)
  return name
}
