/** A cue as the rubric means it: any of these words, in reports of these years. */
export interface Cue {
  /** The cue and its synonyms; the first one stands for all. */
  readonly words: readonly string[]
  /** First and last report year it is for, both included; null = open. */
  readonly from: number | null
  readonly to: number | null
}

/**
 * Reads a cue word of a rubric: synonyms after `|`, a year or a range of years after `@`. Blanks around words are dropped; what does not
 * read as years stays part of the word. A cue without a word has none and finds nothing.
 * @example parseCue('实施纲要|法治纲要@2021-2025') // { words: ['实施纲要', '法治纲要'], from: 2021, to: 2025 }
 * @example parseCue('述法@2021-') // from 2021, to null; '@2023' is that year alone
 */
export function parseCue(written: string): Cue {
  const years = /[@\uff20]\s*(?:(\d{4})\s*[-–—~～至]\s*(\d{4})?|[-–—~～至]\s*(\d{4})|(\d{4}))\s*$/.exec(written)
  const text = years ? written.slice(0, years.index) : written
  const words = [...new Set(text.split(/[|\uff5c]/).map((word) => word.trim()).filter((word) => word !== ''))]
  const [, first, last, until, only] = years ?? []
  return { words, from: yearOf(first ?? only), to: yearOf(last ?? until ?? only) }
}

/** Whether a cue is meant for reports of a year. */
export function isCueOfYear(cue: Cue, year: number): boolean {
  return (cue.from === null || cue.from <= year) && (cue.to === null || year <= cue.to)
}

function yearOf(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}
