const han = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}\u3000-\u303f]/u

/**
 * White space as a browser shows it: a run is one space, none at a line's ends; a line break of the source between Chinese characters
 * is nothing. Spaces that are characters of their own (no-break, full-width) stay.
 * @example joinSpaces(' 依法\n  行政  A b ') // '依法行政 A b'
 */
export function joinSpaces(text: string): string {
  return text
    .replace(/[ \t\n\f\r]+/g, (run, at: number) => {
      const before = text[at - 1] ?? ''
      const after = text[at + run.length] ?? ''
      return /[\n\r]/.test(run) && han.test(before) && han.test(after) ? '' : ' '
    })
    .replace(/^ | $/g, '')
}
