import { numberOfPoints } from '#core/tables/numberOfPoints'
import { quoted } from '#core/tables/cells'
import type { WorkbookWords } from '#core/tables/workbookWords'
import { type Points, comparePoints, makePoints, roundPoints } from '#core/points'

/**
 * Formulas over a run of score cells: numbers are points, words are states. They give what the program gives (METHOD §6A.7, §6A.11):
 * open items count at their minimum at the low end and at their full marks at the high end; items that do not apply are left out of both.
 */
export interface ScoreCells {
  /** Range of the score cells: "F6:F39". */
  readonly scores: string
  /** Range of their full marks, of the same shape. */
  readonly fulls: string
  /** Open items whose rule cannot give less than some points above zero. */
  readonly minimums: readonly { readonly cell: string; readonly low: Points }[]
}

export function formulaOfLow({ scores, minimums }: ScoreCells, words: WorkbookWords): string {
  const { pending, unscored } = words.states
  const terms = minimums.map(({ cell, low }) => `${numberOfPoints(low)}*OR(${cell}=${quoted(pending)},${cell}=${quoted(unscored)})`)
  return [`SUM(${scores})`, ...terms].join('+')
}

export function formulaOfHigh({ scores, fulls }: ScoreCells, words: WorkbookWords): string {
  const { pending, unscored } = words.states
  return `SUM(${scores})+SUMPRODUCT(((${scores}=${quoted(pending)})+(${scores}=${quoted(unscored)}))*${fulls})`
}

export function formulaOfAvailable({ scores, fulls }: ScoreCells, words: WorkbookWords): string {
  return `ROUND(SUMPRODUCT((${scores}<>${quoted(words.states.notApplicable)})*${fulls}),9)`
}

/** A number only when something applies (`available` is the cell that says so) and something is scored; else the word for it. */
export function formulaWhereScored(available: string, scores: string, formula: string, words: WorkbookWords): string {
  return `IF(${available}=0,${quoted(words.states.notApplicable)},IF(COUNT(${scores})=0,${quoted(words.undetermined)},${formula}))`
}

/**
 * Rounds as the program does. The inner ROUND takes away binary noise (1.005 is 1.00499… in a spreadsheet, yet rounds to 1.01); it has
 * 9 digits, more only where rounding twice would give another result for this very value.
 */
export function formulaRounded(formula: string, exact: Points, decimals: number): string {
  const wanted = roundPoints(exact, decimals)
  const inner = [9, 10, 11].find((digits) => roundPoints(makePoints(roundPoints(exact, digits), 10n ** BigInt(digits)), decimals) === wanted) ?? 12
  return `ROUND(ROUND(${formula},${inner}),${decimals})`
}

/** The rounded value as a cell holds it. */
export function roundedNumber(exact: Points, decimals: number): number {
  return numberOfPoints(makePoints(roundPoints(exact, decimals), 10n ** BigInt(decimals)))
}

/** Places by the tie rule of numbers that a formula would compare, largest first; to see whether the formula tells the truth. */
export function placesOf(values: readonly Points[], tieRule: 'competition' | 'dense'): number[] {
  return values.map((value) => {
    const above = values.filter((other) => comparePoints(other, value) > 0)
    if (tieRule === 'competition') return above.length + 1
    return new Set(above.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).size + 1
  })
}
