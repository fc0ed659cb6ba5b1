import type { Merge } from '#core/tables/workbook'

/** A sheet of a foreign workbook as plain text, as a door hands it in: rows of cells, '' where there is nothing. */
export interface TableSheet {
  readonly name: string
  readonly hidden: boolean
  /** Numbers in their shortest notation, days as "2024-03-01"; formulas by the value that was stored with them. */
  readonly rows: readonly (readonly string[])[]
  /** Merged areas; their text stands in every cell that they cover. */
  readonly merges: readonly Merge[]
}
