import { isSpace } from '#core/text/splitLines'

/** A stretch of a text, UTF-16 offsets; `end` excluded. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

export interface Sentence extends Stretch {
  /** Number of the line it stands in; sentences of one line are one paragraph. */
  readonly line: number
}

const enders = new Set([...'。;\uff1b!\uff01?\uff1f'].map((mark) => mark.charCodeAt(0)))
const closers = new Set([...'”’」』)\uff09》】"'].map((mark) => mark.charCodeAt(0)))

/**
 * The sentences of a text: up to 。 ; ! ? (and what closes after it) or the end of the line, spaces around left out. Semicolons end one,
 * because reports string their facts together with them.
 * @example splitSentences('甲。乙;丙\n丁').map(({ start, end }) => [start, end]) // [[0, 2], [2, 4], [4, 5], [6, 7]]
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = []
  let line = 0
  let from = 0
  const close = (until: number): void => {
    let start = from
    let end = until
    while (start < end && isSpace(text.charCodeAt(start))) start += 1
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
    if (end > start) sentences.push({ start, end, line })
    from = until
  }
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === 10) {
      close(at)
      line += 1
    } else if (enders.has(unit)) {
      while (at + 1 < text.length && (closers.has(text.charCodeAt(at + 1)) || enders.has(text.charCodeAt(at + 1)))) at += 1
      close(at + 1)
    }
  }
  close(text.length)
  return sentences
}
