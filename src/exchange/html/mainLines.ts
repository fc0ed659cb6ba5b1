import type { PageLine, PageText } from '#exchange/html/pageText'

/** Between a report's last sentence and its signature little stands; so much may lie around what was chosen and still comes along. */
const surroundCharacters = 60

/**
 * The lines of a page that are its document. Plainly: the sentences (lines with a Chinese full stop or comma that are not links) and
 * the page's heading mark it; the smallest element that holds all of them is taken whole, with what little stands around it. Lines
 * that are nothing but links, three or more in a row or several in one, are navigation. A page without sentences is taken whole:
 * residue is left for cleaning rather than text lost.
 */
export function mainLines(page: PageText): PageLine[] {
  const lines = page.lines
  const marks = lines.filter((line) => isSentence(line))
  if (marks.length === 0) return withoutLinkLines(lines)
  const heading = lines.find((line) => line.isHeading && line.text.length >= 6)
  let main = [...marks, ...(heading ? [heading] : titleLines(page, lines))].map((line) => line.element).reduce((a, b) => commonElement(page.parents, a, b))
  for (let inside = charactersWithin(page, main); main !== 0; main = page.parents[main]!) {
    const wider = charactersWithin(page, page.parents[main]!)
    if (wider - inside > surroundCharacters) break
    inside = wider
  }
  return withoutLinkLines(lines.filter((line) => isWithin(page.parents, line.element, main)))
}

function isSentence(line: PageLine): boolean {
  return line.text.length >= 20 && /[。\uff0c\uff1b]/.test(line.text) && line.linkCharacters * 2 < line.text.length && !/版权所有|ICP备|网安备/.test(line.text)
}

/** Where a page has no heading element: the line that is the beginning of the page's title. */
function titleLines(page: PageText, lines: readonly PageLine[]): PageLine[] {
  const title = page.head.title.replace(/\s/g, '')
  const found = lines.find((line) => {
    const bare = line.text.replace(/\s/g, '')
    return bare.length >= 8 && line.links === 0 && title.startsWith(bare)
  })
  return found ? [found] : []
}

function commonElement(parents: readonly number[], a: number, b: number): number {
  let [left, right] = [a, b]
  // Parents come before their children.
  while (left !== right) {
    if (left > right) left = parents[left]!
    else right = parents[right]!
  }
  return left
}

function isWithin(parents: readonly number[], element: number, main: number): boolean {
  let at = element
  while (at > main) at = parents[at]!
  return at === main
}

function charactersWithin(page: PageText, main: number): number {
  return charactersOutsideLinks(page.lines.filter((line) => isWithin(page.parents, line.element, main)))
}

function charactersOutsideLinks(lines: readonly PageLine[]): number {
  return lines.reduce((sum, line) => sum + Math.max(0, line.text.length - line.linkCharacters), 0)
}

function withoutLinkLines(lines: readonly PageLine[]): PageLine[] {
  const kept: PageLine[] = []
  for (let at = 0; at < lines.length; ) {
    let end = at
    while (end < lines.length && isOnlyLinks(lines[end]!)) end += 1
    const run = lines.slice(at, end)
    if (run.length < 3) kept.push(...run.filter((line) => line.links < 2))
    if (end < lines.length) kept.push(lines[end]!)
    at = end + 1
  }
  return kept
}

function isOnlyLinks(line: PageLine): boolean {
  return line.links > 0 && line.text.replace(/[\s|>\uff1e»·]/g, '').length <= line.linkCharacters
}
