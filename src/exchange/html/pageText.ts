import { Parser } from 'htmlparser2'
import { countTags } from '#exchange/html/countTags'
import { joinSpaces } from '#exchange/html/joinSpaces'
import { isHidden, isSkipped, lineBreaking, pieceOfList } from '#exchange/html/pageElements'
import { readLimits } from '#exchange/readLimits'

/** A line of a page with the element it stands in (index into `parents`), and how many of its characters are links. */
export interface PageLine {
  text: string
  readonly element: number
  linkCharacters: number
  links: number
  /** Stands in the page's heading (h1, or an element that calls itself the title). */
  readonly isHeading: boolean
}

export interface PageText {
  readonly lines: readonly PageLine[]
  /** Of each element its parent's index; the root, 0, is its own. */
  readonly parents: readonly number[]
  readonly head: PageHead
}

/** What the page says of itself. */
export interface PageHead {
  title: string
  /** `name` or `property` in lower case → content; the first counts. */
  readonly metas: Map<string, string>
  canonical: string
}

export type PageLimit = { readonly kind: 'over-limit'; readonly what: 'elements' | 'nesting' | 'characters'; readonly limit: number }

interface OpenElement {
  readonly name: string
  readonly index: number
  readonly skipped: boolean
  readonly heading: boolean
  readonly preformatted: boolean
  /** Lines there were when it opened; of a row, the line its cells are joined to. */
  linesBefore: number
  rowLine: number
  /** Next number of an ordered list; null = no ordered list. */
  nextNumber: number | null
}

const sliceCharacters = 65_536

/**
 * A page as lines of text: a block element or a line break begins a new one, a table row is one line with its cells apart by tabs
 * (cells of several lines stay lines), ordered lists get their numbers. Scripts, styles, form fields, navigation, footers and what
 * is hidden are left out. White space as a browser shows it, none where a source line breaks between Chinese characters. The markup
 * is only walked, in slices and once, and given up as soon as it is above the limits.
 */
export function pageText(html: string): PageText | PageLimit {
  if (countTags(html, readLimits.elements) > readLimits.elements) return { kind: 'over-limit', what: 'elements', limit: readLimits.elements }
  const walk = new PageWalk()
  const parser = new Parser(walk, { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true, recognizeSelfClosing: false })
  for (let from = 0; from < html.length && walk.limit === null; from += sliceCharacters) parser.write(html.slice(from, from + sliceCharacters))
  if (walk.limit === null) parser.end()
  return walk.limit ?? { lines: walk.finish(), parents: walk.parents, head: walk.head }
}

class PageWalk {
  readonly parents: number[] = [0]
  readonly head: PageHead = { title: '', metas: new Map(), canonical: '' }
  limit: PageLimit | null = null
  private readonly lines: PageLine[] = []
  private readonly open: OpenElement[] = [{ name: '', index: 0, skipped: false, heading: false, preformatted: false, linesBefore: 0, rowLine: -1, nextNumber: null }]
  private pending = ''
  private pendingLinks = 0
  private pendingLinkCharacters = 0
  private linkDepth = 0
  private characters = 0

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.limit) return
    const parent = this.open.at(-1)!
    this.readHead(name, attributes)
    if (lineBreaking.has(name) && !parent.skipped) this.flush(parent, { keepEmpty: name === 'br' })
    this.parents.push(parent.index)
    if (this.parents.length > readLimits.elements) this.limit = { kind: 'over-limit', what: 'elements', limit: readLimits.elements }
    if (this.open.length > readLimits.nesting) this.limit = { kind: 'over-limit', what: 'nesting', limit: readLimits.nesting }
    this.open.push({
      name,
      index: this.parents.length - 1,
      skipped: parent.skipped || isSkipped(name, attributes) || isHidden(attributes),
      heading: parent.heading || name === 'h1' || name === 'ucaptitle',
      preformatted: parent.preformatted || name === 'pre',
      linesBefore: this.lines.length,
      rowLine: -1,
      nextNumber: name === 'ol' ? Number.parseInt(attributes['start'] ?? '1', 10) || 1 : null,
    })
    if (name === 'a') {
      this.linkDepth += 1
      this.pendingLinks += 1
    }
    if (name === 'li') this.pending += pieceOfList(parent)
  }

  ontext(text: string): void {
    if (this.limit) return
    const top = this.open.at(-1)!
    if (top.name === 'title' && this.open.every((element) => element.name !== 'svg')) {
      this.head.title += text.slice(0, 1000)
      return
    }
    if (top.skipped) return
    this.characters += text.length
    if (this.characters > readLimits.characters * 2) this.limit = { kind: 'over-limit', what: 'characters', limit: readLimits.characters }
    const shown = top.preformatted ? text.replace(/\r\n?|\n/g, '\ue00a') : text
    this.pending += shown
    if (this.linkDepth > 0) this.pendingLinkCharacters += text.trim().length
  }

  onclosetag(name: string): void {
    if (this.limit) return
    const closed = this.open.length > 1 ? this.open.pop()! : this.open[0]!
    if (name === 'a') this.linkDepth -= 1
    if (closed.skipped) return
    if (name !== 'br' && lineBreaking.has(name)) this.flush(closed)
    if (name === 'td' || name === 'th') this.joinCell(closed)
  }

  finish(): readonly PageLine[] {
    this.flush()
    return this.lines
  }

  private flush(within: OpenElement = this.open.at(-1)!, { keepEmpty = false }: { keepEmpty?: boolean } = {}): void {
    const links = this.pendingLinks
    const linkCharacters = this.pendingLinkCharacters
    for (const text of joinSpaces(this.pending).split('\ue00a')) {
      if (text !== '' || keepEmpty) this.lines.push({ text, element: within.index, linkCharacters, links, isHeading: within.heading })
    }
    this.pending = ''
    this.pendingLinks = this.linkDepth > 0 ? 1 : 0
    this.pendingLinkCharacters = 0
  }

  /** A cell of one line goes to the line of the cells before it in its row. */
  private joinCell(cell: OpenElement): void {
    const row = this.open.at(-1)!
    if (row.name !== 'tr' || this.lines.length !== cell.linesBefore + 1) return
    const before = this.lines[cell.linesBefore - 1]
    if (before === undefined || row.rowLine !== cell.linesBefore - 1) {
      row.rowLine = cell.linesBefore
      return
    }
    const last = this.lines.pop()!
    before.text += `\t${last.text}`
    before.links += last.links
    before.linkCharacters += last.linkCharacters
  }

  private readHead(name: string, attributes: Record<string, string>): void {
    if (name === 'meta') {
      const key = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase()
      const content = (attributes['content'] ?? '').trim()
      if (key !== '' && content !== '' && !this.head.metas.has(key) && this.head.metas.size < 200) this.head.metas.set(key, content.slice(0, 2000))
    } else if (name === 'link' && (attributes['rel'] ?? '').toLowerCase() === 'canonical') this.head.canonical ||= (attributes['href'] ?? '').slice(0, 2000)
  }
}
