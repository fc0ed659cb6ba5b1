import { isPageNumberLine } from '#core/text/residueToken'
import { isSpace } from '#core/text/splitLines'
import type { Cut } from '#core/text/textCuts'

interface EdgeLine {
  readonly page: number
  readonly edge: 'top' | 'bottom'
  readonly start: number
  /** After the line break. */
  readonly end: number
  readonly text: string
}

const leastPages = 3
const longestHeader = 60

/**
 * What a printed page repeats (页眉, 页脚): lines at the head or foot of at least three pages and half of them all that differ in
 * numbers only, and bare page numbers that count up from page to page. Without pages: lines beside "— 3 —" and 第3页, three times.
 * On the first page a header stays, for it may be the title, unless the page says it twice. Sentences are never taken.
 * @example findPageFurniture(text, raw.pages) // [{ start, end, kind: 'page-header' }]
 */
export function findPageFurniture(text: string, pages: readonly number[]): Cut[] {
  const edges = pages.length >= 2 ? edgesOfPages(text, pages) : edgesOfPageNumbers(text)
  return [...findHeaders(text, edges, pages), ...findBareNumbers(edges)].sort((a, b) => a.start - b.start)
}

function findHeaders(text: string, edges: readonly EdgeLine[], pages: readonly number[]): Cut[] {
  const groups = new Map<string, EdgeLine[]>()
  for (const line of edges) {
    if (line.text.length > longestHeader || /[。;\uff1b]/.test(line.text) || isBareNumber(line.text) || isPageNumberLine(line.text)) continue
    const key = `${line.edge} ${line.text.replace(/\d+/g, '#')}`
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  const least = Math.max(leastPages, pages.length / 2)
  return [...groups.values()].flatMap((group) => {
    if (new Set(group.map(({ page }) => page)).size < least) return []
    return group.filter((line) => line.edge === 'bottom' || line.page > 0 || isSaidTwice(text, line, pages[1] ?? line.end)).map(({ start, end }) => ({ start, end, kind: 'page-header' as const }))
  })
}

function isSaidTwice(text: string, line: EdgeLine, pageEnd: number): boolean {
  return text.slice(line.end, pageEnd).includes(line.text)
}

function findBareNumbers(edges: readonly EdgeLine[]): Cut[] {
  const groups = new Map<string, EdgeLine[]>()
  for (const line of edges) {
    if (!isBareNumber(line.text)) continue
    const key = `${line.edge} ${Number(/\d+/.exec(line.text)![0]) - line.page}`
    const group = groups.get(key)
    if (group) group.push(line)
    else groups.set(key, [line])
  }
  return [...groups.values()].flatMap((group) => (group.length < 2 ? [] : group.map(({ start, end }) => ({ start, end, kind: 'page-number' as const }))))
}

/** 3, 3/12: a page number only where the page next to it goes on counting. */
function isBareNumber(line: string): boolean {
  return /^\d{1,3}(?:\s?\/\s?\d{1,3})?$/.test(line)
}

/** The first two and the last two lines of every page that are not blank. */
function edgesOfPages(text: string, pages: readonly number[]): EdgeLine[] {
  return pages.flatMap((start, page) => {
    const lines = linesOf(text, start, pages[page + 1] ?? text.length)
    const place = (edge: EdgeLine['edge']) => (line: Omit<EdgeLine, 'page' | 'edge'>) => ({ ...line, page, edge })
    const top = lines.slice(0, Math.min(2, Math.ceil(lines.length / 2))).map(place('top'))
    return [...top, ...lines.slice(Math.max(top.length, lines.length - 2)).map(place('bottom'))]
  })
}

/** The lines beside page numbers: before one the foot of a page, after one the head of the next. */
function edgesOfPageNumbers(text: string): EdgeLine[] {
  if (!/^[^\S\n]*[-—–\uff0d第][^\n]{0,16}$/m.test(text)) return []
  const lines = linesOf(text, 0, text.length)
  const edges: EdgeLine[] = []
  let page = 0
  lines.forEach((line, index) => {
    if (!isPageNumberLine(line.text)) return
    const before = lines[index - 1]
    const after = lines[index + 1]
    if (before) edges.push({ ...before, page, edge: 'bottom' })
    page += 1
    if (after) edges.push({ ...after, page, edge: 'top' })
  })
  return edges
}

function linesOf(text: string, from: number, to: number): Omit<EdgeLine, 'page' | 'edge'>[] {
  const lines: Omit<EdgeLine, 'page' | 'edge'>[] = []
  for (let at = from; at < to; ) {
    const found = text.indexOf('\n', at)
    const lineEnd = found < 0 || found >= to ? to : found
    let start = at
    let end = lineEnd
    while (start < end && isSpace(text.charCodeAt(start))) start += 1
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
    const next = Math.min(lineEnd + 1, to)
    if (end > start) lines.push({ start: at, end: next, text: text.slice(start, end) })
    at = next
  }
  return lines
}
