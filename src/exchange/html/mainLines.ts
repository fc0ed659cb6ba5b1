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
  const { parents } = page
  const marked = [...marks, ...(heading ? [heading] : titleLines(page, lines))].map((line) => line.element).reduce((a, b) => commonElement(parents, a, b))
  const characters = charactersByElement(page)
  let main = marked
  while (main !== 0 && characters[parents[main]!]! - characters[main]! <= surroundCharacters) main = parents[main]!
  const inside = elementsWithin(parents, main)
  return withoutLinkLines(lines.filter((line) => inside[line.element] === 1))
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

/** Characters outside links, of each element with all that stands in it. Children come after their parents, hence backwards. */
function charactersByElement({ lines, parents }: PageText): Float64Array {
  const characters = new Float64Array(parents.length)
  for (const line of lines) characters[line.element]! += Math.max(0, line.text.length - line.linkCharacters)
  for (let element = parents.length - 1; element > 0; element -= 1) characters[parents[element]!]! += characters[element]!
  return characters
}

/** 1 for the element and all that stand in it. */
function elementsWithin(parents: readonly number[], main: number): Uint8Array {
  const inside = new Uint8Array(parents.length)
  inside[main] = 1
  for (let element = main + 1; element < parents.length; element += 1) inside[element] = inside[parents[element]!]!
  return inside
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
