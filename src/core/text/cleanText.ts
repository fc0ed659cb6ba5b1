import type { Residue } from '#core/records/reportRecord'
import { findBrokenLines } from '#core/text/brokenLines'
import { findNavigationBlocks } from '#core/text/navigationBlocks'
import { findPageFurniture } from '#core/text/pageFurniture'
import { addCuts, placesAfterCuts, takeOut, type Cut } from '#core/text/textCuts'
import { findWebResidue } from '#core/text/webResidue'

export interface CleanedText {
  readonly text: string
  /** What was taken out, in its order; `restoreText(text, residue)` is the raw text with line breaks as LF. */
  readonly residue: readonly Residue[]
}

const mostRounds = 6

/**
 * The text to be scored: line breaks as LF, without page headers and page numbers, menus and link lists of a saved page, web residue
 * (字号条, 扫码, 打印, 责任编辑, 浏览次数, 当前位置, empty 发布时间), line breaks within a sentence, superfluous blank lines and spaces at
 * line ends. Only whole lines, fragments glued to a line's ends and line breaks go; sentences are never touched, and a 发布时间 with a
 * date stays. What goes is kept as residue. Cleaning twice takes nothing more.
 * @example cleanText('字号:\n大 中 小2023年,\n') // text '2023年,', residue 字号:⏎ · 大 中 小 · ⏎
 */
export function cleanText(raw: string): CleanedText {
  const { text, residue } = cleanPages(raw, [])
  return { text, residue }
}

/**
 * cleanText for a text that came in pages: `pages` are the offsets in the raw text (LF) where each begins, the result's those in the
 * cleaned text.
 * @example cleanPages('甲。\n— 1 —\n乙。', [0, 8]).pages // [0, 3]
 */
export function cleanPages(raw: string, pages: readonly number[]): CleanedText & { readonly pages: readonly number[] } {
  const text = normalizeNewlines(raw)
  let cuts: Cut[] = []
  let left = text
  const places = (): number[] => placesAfterCuts(pages, cuts)
  const takeAway = (found: readonly Cut[]): boolean => {
    if (found.length === 0) return false
    cuts = addCuts(cuts, found)
    left = takeOut(text, cuts).text
    return true
  }
  // What goes may lay bare what stood behind it: a header of several lines, a link above a link.
  for (let round = 0; round < mostRounds; round += 1) {
    const furniture = takeAway(findPageFurniture(left, places()))
    const navigation = takeAway(findNavigationBlocks(left))
    const web = takeAway(findWebResidue(left))
    if (!furniture && !navigation && !web) break
  }
  takeAway(findBlankRuns(left))
  takeAway(findBrokenLines(left, places()))
  return { ...takeOut(text, cuts), pages: places() }
}

/** CRLF and CR as LF; the only change that residue does not remember. */
export function normalizeNewlines(raw: string): string {
  return raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw
}

/** One blank line may part two paragraphs; more are superfluous. */
function findBlankRuns(text: string): Cut[] {
  const cuts: Cut[] = []
  for (let at = text.indexOf('\n\n\n'); at >= 0; at = text.indexOf('\n\n\n', at)) {
    const start = at + 2
    at = start
    while (text[at] === '\n') at += 1
    cuts.push({ start, end: at, kind: 'inner-blank-lines' })
  }
  return cuts
}
