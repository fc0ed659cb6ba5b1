import type { Anchor } from '#core/evidence/anchor'
import type { ReportId, Sha256 } from '#core/ids'

/** Units of context kept on either side of a quote. */
export const anchorContext = 32

export interface PassageSpan {
  readonly reportId: ReportId
  readonly textHash: Sha256
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Pins the passage [start, end) of a cleaned text (UTF-16 units), with up to 32 units of context on either side; fewer at the
 * ends of the text, and one fewer rather than half a surrogate pair. An empty or outlying span is no passage: it throws.
 * @example makeAnchor({ reportId, textHash, text: '全年培训3次。', start: 2, end: 6 }).quote // '培训3次'
 */
export function makeAnchor(passage: PassageSpan): Anchor {
  const { reportId, textHash, text, start, end } = passage
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`no passage: ${start}–${end} of ${text.length}`)
  }
  let from = Math.max(0, start - anchorContext)
  if (isSecondHalf(text, from)) from += 1
  let to = Math.min(text.length, end + anchorContext)
  if (to > end && isSecondHalf(text, to)) to -= 1
  return { reportId, textHash, start, end, quote: text.slice(start, end), prefix: text.slice(Math.min(from, start), start), suffix: text.slice(end, to) }
}

/** Whether a cut at `at` would split a surrogate pair. */
function isSecondHalf(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  const after = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return after >= 0xdc00 && after <= 0xdfff && before >= 0xd800 && before <= 0xdbff
}
