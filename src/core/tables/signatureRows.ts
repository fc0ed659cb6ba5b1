import { makeCell, makeRow } from '#core/tables/cells'
import type { CellModel, SheetRow } from '#core/tables/workbook'
import type { WorkbookWords } from '#core/tables/workbookWords'

/** Where those responsible sign on paper: assessor, reviewer, date, in the columns given. */
export function signatureRows(words: WorkbookWords, columns: readonly [number, number, number]): SheetRow[] {
  const { assessor, reviewer, date } = words.signature
  const cells: (CellModel | null)[] = Array.from({ length: columns[2] + 1 }, () => null)
  columns.forEach((column, index) => (cells[column] = makeCell([assessor, reviewer, date][index]!, 'signature')))
  return [makeRow([], 30), makeRow(cells, 30)]
}
