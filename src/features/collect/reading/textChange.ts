import type { TextEdit } from '#core/records/reportRecord'
import { offsetAfterEdits, type TextChange } from '#core/records/textEdits'

/**
 * The least change that makes `after` of the stretch of a text that begins at `start` and reads `before`; null when nothing is changed.
 * Small changes keep the passages around them where they are. A surrogate pair is never cut.
 * @example leastChange(10, '开会3次', '开会4次') // { start: 12, removed: '3', inserted: '4' }
 */
export function leastChange(start: number, before: string, after: string): TextChange | null {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  if (isHighHalf(before, head - 1) || isHighHalf(after, head - 1)) head -= 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  if (tail > 0 && (isLowHalf(before, before.length - tail) || isLowHalf(after, after.length - tail))) tail -= 1
  return { start: start + head, removed: before.slice(head, before.length - tail), inserted: after.slice(head, after.length - tail) }
}

/** Where what an edit put in stands in the text as it is now; an edit that only took out has an empty place. */
export function placeOfEdit(edits: readonly TextEdit[], index: number): { readonly start: number; readonly end: number } {
  const { start, inserted } = edits[index]!
  const later = edits.slice(index + 1)
  return { start: offsetAfterEdits(later, start), end: offsetAfterEdits(later, start + inserted.length) }
}

function isHighHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
