import type { ReportRecord, TextEdit } from '#core/records/reportRecord'
import { failure, success } from '#core/result'
import type { Result } from '#core/result'

export type TextChange = Pick<TextEdit, 'start' | 'removed' | 'inserted'>

/** Why a change of a report's text is refused; nothing has been changed then. */
export type TextEditProblem =
  /** What was to be taken out does not stand there (any more). */
  | { readonly kind: 'text-changed' }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'no-text-left' }

/**
 * The text after a change. `start` counts UTF-16 units; a change that cuts a surrogate pair in two is refused like one that does not
 * fit.
 * @example makeTextEdit('培训3次。', { start: 2, removed: '3', inserted: '4' }) // success('培训4次。')
 */
export function makeTextEdit(text: string, { start, removed, inserted }: TextChange): Result<string, TextEditProblem> {
  if (removed === inserted) return failure({ kind: 'nothing-changed' })
  const end = start + removed.length
  const fits = Number.isSafeInteger(start) && start >= 0 && end <= text.length && text.startsWith(removed, start)
  if (!fits || isWithinPair(text, start) || isWithinPair(text, end)) return failure({ kind: 'text-changed' })
  const after = text.slice(0, start) + inserted + text.slice(end)
  return after.trim() === '' ? failure({ kind: 'no-text-left' }) : success(after)
}

/** The text before all edits: what cleaning made. null when the edits are not what led to this text. */
export function textBeforeEdits({ text, edits }: Pick<ReportRecord, 'text' | 'edits'>): string | null {
  let before = text
  for (const { start, removed, inserted } of edits.toReversed()) {
    if (start > before.length || !before.startsWith(inserted, start)) return null
    before = before.slice(0, start) + removed + before.slice(start + inserted.length)
  }
  return before
}

/** Where an offset of the text before all edits lies in the text after them; within what was taken out: at its start. */
export function offsetAfterEdits(edits: readonly TextChange[], offset: number): number {
  return edits.reduce((at, { start, removed, inserted }) => {
    if (at <= start) return at
    return at < start + removed.length ? start : at + inserted.length - removed.length
  }, offset)
}

/** Where each page begins in `text`: the stored pages count in the text before all edits. */
export function pagesOfText({ pages, edits }: Pick<ReportRecord, 'pages' | 'edits'>): number[] {
  return pages.map((page) => offsetAfterEdits(edits, page))
}

/** The page, from 1, on which an offset of `text` lies; null = the format has no pages. */
export function pageAt(report: Pick<ReportRecord, 'pages' | 'edits'>, offset: number): number | null {
  const found = pagesOfText(report).findLastIndex((page) => page <= offset)
  return found < 0 ? null : found + 1
}

function isWithinPair(text: string, at: number): boolean {
  const [before, after] = [text.charCodeAt(at - 1), text.charCodeAt(at)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
