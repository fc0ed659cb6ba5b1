import type { Instant } from '#core/ids'

/** A workbook as a table model: what `layoutX` makes and `exchange/excel` writes. It knows nothing of any file library. */
export interface WorkbookModel {
  readonly title: string
  /** Chooses fonts; the words are already in the cells. */
  readonly language: 'zh' | 'en'
  /** Digits that the number formats of points and percentages show. */
  readonly decimals: number
  readonly madeAt: Instant
  readonly sheets: readonly SheetModel[]
  /** Cells that offer a list of words. Other text may still be typed into them. */
  readonly choices?: readonly CellChoices[]
}

/** Cells that take one of a few words. Rows and columns counted from 0. */
export interface CellChoices {
  readonly sheet: string
  readonly column: number
  readonly firstRow: number
  readonly lastRow: number
  readonly words: readonly string[]
}

export interface SheetModel {
  /** ≤ 31 characters, unique, without [ ] : * ? / \ and needing no quotes in a formula (letters, digits, CJK, _). */
  readonly name: string
  /** Widths in Excel's character units. */
  readonly columns: readonly number[]
  readonly rows: readonly SheetRow[]
  readonly frozenRows: number
  readonly frozenColumns: number
  readonly merges: readonly Merge[]
  readonly print: {
    readonly orientation: 'portrait' | 'landscape'
    /** First and last header row to repeat on every page, counted from 0; null = none. */
    readonly repeatRows: readonly [number, number] | null
    readonly repeatColumns: readonly [number, number] | null
    /** The sheet is shrunk to so many pages side by side. */
    readonly pagesWide: number
  }
  readonly autoFilter: { readonly row: number; readonly firstColumn: number; readonly lastColumn: number; readonly lastRow: number } | null
}

/** Rows and columns counted from 0. */
export interface Merge {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export interface SheetRow {
  /** Points; null = as high as the text needs. */
  readonly height: number | null
  readonly cells: readonly (CellModel | null)[]
}

export interface CellModel {
  /** What is shown; for a formula its true cached value. Text that begins with = + - @ stays text. */
  readonly value: string | number
  /** Without the leading "=". */
  readonly formula?: string
  readonly style: CellStyle
  /** Jump inside the workbook. */
  readonly link?: { readonly sheet: string; readonly cell: string }
}

/** Named looks; `exchange/excel` owns fonts, borders and colours. `notFound` carries a mark in its number format (※). */
export type CellStyle =
  | 'title' | 'subtitle' | 'note' | 'section' | 'header' | 'headerLeft' | 'headerPoints' | 'label'
  | 'value' | 'text' | 'textCenter' | 'wrapped' | 'quote' | 'link' | 'linkBack' | 'integer' | 'rank'
  | 'points' | 'pointsStrong' | 'pointsProvisional' | 'pointsNotFound' | 'pointsExact'
  | 'percent' | 'percentProvisional' | 'stateOpen' | 'stateNotApplicable' | 'warning' | 'faint' | 'signature'
