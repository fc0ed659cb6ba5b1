/** A table of shares in percent as a picture: what HeatmapChart.vue draws. Words and numbers come ready to read. */
export interface HeatColumn {
  readonly id: string
  readonly label: string
  /** The long form, for the tooltip and the table. */
  readonly name: string
}

export interface HeatRow {
  readonly id: string
  /** Before the label, usually a rank. */
  readonly place: string
  readonly label: string
  /** One for each column. */
  readonly cells: readonly HeatCell[]
}

export type HeatCell =
  | { readonly kind: 'value'; readonly value: number; readonly text: string }
  /** none: there is nothing to measure (hatched) · open: not known yet (left empty). Neither is a number. */
  | { readonly kind: 'none' | 'open'; readonly text: string }

/** Lower edges of the steps of colour, percent: [from, next), the last one to the top. */
export const heatSteps = [0, 50, 60, 70, 80, 90] as const

/** Index of the step of a share. */
export function stepOfShare(percent: number): number {
  return heatSteps.reduce<number>((found, from, index) => (percent >= from ? index : found), 0)
}
