/** Where something in a workbook is wrong, as a person finds it: "评分项!F12". */
export interface SheetPlace {
  readonly sheet: string
  readonly cell: string
}

/** Why a workbook in our template is refused. Whether the rubric adds up is not asked here: see checkRubric. */
export type RubricSheetProblem =
  /** None of the sheets is that of a rubric template. */
  | { readonly kind: 'not-a-template' }
  | { readonly kind: 'newer-format'; readonly place: SheetPlace; readonly found: string }
  | { readonly kind: 'missing-sheet'; readonly sheet: string }
  | { readonly kind: 'missing-column'; readonly sheet: string; readonly column: string }
  | { readonly kind: 'missing-entry'; readonly sheet: string; readonly entry: string }
  | { readonly kind: 'empty-cell'; readonly place: SheetPlace; readonly column: string }
  | { readonly kind: 'not-a-number'; readonly place: SheetPlace; readonly found: string }
  | { readonly kind: 'not-a-day'; readonly place: SheetPlace; readonly found: string }
  | { readonly kind: 'bad-id'; readonly place: SheetPlace; readonly found: string }
  | { readonly kind: 'not-allowed'; readonly place: SheetPlace; readonly found: string; readonly allowed: readonly string[] }
  /** A line of a cell in our notation that cannot be read; lines count from 1. */
  | { readonly kind: 'bad-line'; readonly place: SheetPlace; readonly line: number; readonly found: string }
  /** A line that the rule needs is not there. */
  | { readonly kind: 'missing-line'; readonly place: SheetPlace; readonly word: string }
  /** One group has two names, points or weights. */
  | { readonly kind: 'group-differs'; readonly place: SheetPlace; readonly id: string }
  /** An item outside every group. */
  | { readonly kind: 'no-group'; readonly place: SheetPlace }
