import { ListCounter } from '#exchange/docx/listCounter'
import { wholeNumber, type NumberedList, type ParagraphNumber } from '#exchange/docx/numbering'
import { countTags } from '#exchange/html/countTags'
import { walkXml } from '#exchange/html/walkXml'
import { readLimits } from '#exchange/readLimits'

interface OpenParagraph {
  /** Where the label goes: after the paragraph's properties. */
  at: number
  /** Inside w:pPr; deeper than 1: what they were before a tracked change, which says nothing. */
  propertiesDepth: number
  style: string | null
  list: string | null
  level: number | null
  readonly prefix: string
  closed: boolean
}

export type XmlLimit = { readonly kind: 'over-limit'; readonly what: 'elements' | 'nesting'; readonly limit: number }

/**
 * The XML of a document with its automatic numbers written out as text, because mammoth reads no numbers: official reports would lose
 * every 一、 and (一). One walk, which also sees to it that the markup is within the limits before anybody builds a tree of it.
 */
export function numberParagraphs(
  xml: string,
  { lists, styles }: { readonly lists: ReadonlyMap<string, NumberedList>; readonly styles: ReadonlyMap<string, ParagraphNumber> },
): string | XmlLimit {
  if (countTags(xml, readLimits.elements) > readLimits.elements) return { kind: 'over-limit', what: 'elements', limit: readLimits.elements }
  const counter = new ListCounter(lists)
  const labels: { readonly at: number; readonly run: string }[] = []
  const open: OpenParagraph[] = []
  let depth = 0
  let limit: XmlLimit | null = null

  const number = (paragraph: OpenParagraph): void => {
    paragraph.closed = true
    const style = paragraph.style === null ? undefined : styles.get(paragraph.style)
    const list = paragraph.list ?? style?.list ?? null
    if (list === null || list === '0') return
    const label = counter.next(list, paragraph.level ?? style?.level ?? 0)
    const { prefix, at } = paragraph
    if (label !== '') labels.push({ at, run: `<${prefix}r><${prefix}t xml:space="preserve">${escapeXml(label)}</${prefix}t></${prefix}r>` })
  }

  walkXml(xml, {
    open({ name, prefix, attributes }, end) {
      depth += 1
      if (depth > readLimits.nesting) limit = { kind: 'over-limit', what: 'nesting', limit: readLimits.nesting }
      const paragraph = open.at(-1)
      if (name === 'p') open.push({ at: end, propertiesDepth: 0, style: null, list: null, level: null, prefix, closed: false })
      else if (paragraph && name === 'pPr') paragraph.propertiesDepth += 1
      else if (paragraph && paragraph.propertiesDepth > 0) {
        if (paragraph.propertiesDepth > 1) return limit === null
        if (name === 'pStyle') paragraph.style ??= attributes.get('val') ?? null
        else if (name === 'numId') paragraph.list ??= attributes.get('val') ?? null
        else if (name === 'ilvl') paragraph.level ??= wholeNumber(attributes.get('val'), 0)
      } else if (paragraph && !paragraph.closed) {
        // The first thing after the properties: now it is known that there are none, or what they say.
        number(paragraph)
      }
      return limit === null
    },
    close(name, end) {
      depth -= 1
      const paragraph = open.at(-1)
      if (!paragraph) return
      if (name === 'pPr') {
        paragraph.propertiesDepth -= 1
        paragraph.at = end
      } else if (name === 'p') {
        if (!paragraph.closed) number(paragraph)
        open.pop()
      }
    },
  })
  if (limit) return limit
  let numbered = ''
  let from = 0
  for (const { at, run } of labels.sort((a, b) => a.at - b.at)) {
    numbered += xml.slice(from, at) + run
    from = at
  }
  return numbered + xml.slice(from)
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
