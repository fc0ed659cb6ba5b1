/** Elements before and after which a browser breaks the line. */
export const lineBreaking: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'br', 'caption', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure',
  'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'html', 'legend', 'li', 'main', 'nav', 'ol', 'p', 'pre', 'section', 'summary',
  'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ucaptitle', 'ucapcontent', 'ul',
])

const skippedNames: ReadonlySet<string> = new Set([
  'audio', 'button', 'canvas', 'datalist', 'embed', 'footer', 'head', 'iframe', 'input', 'map', 'math', 'nav', 'noframes', 'noscript', 'object', 'option',
  'script', 'select', 'style', 'svg', 'template', 'textarea', 'title', 'video',
])
const skippedRoles: ReadonlySet<string> = new Set(['navigation', 'banner', 'contentinfo', 'search', 'menu', 'menubar'])

/** What is never the text of a report: code, form fields, and what the page itself calls navigation or footer. */
export function isSkipped(name: string, attributes: Record<string, string>): boolean {
  return skippedNames.has(name) || skippedRoles.has(attributes['role'] ?? '')
}

/** What a browser does not show. */
export function isHidden(attributes: Record<string, string>): boolean {
  return 'hidden' in attributes || /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test((attributes['style'] ?? '').slice(0, 2000))
}

/** What a browser writes before an item of a list: its number, or (of a plain list) a dot that is no text. */
export function pieceOfList(list: { nextNumber: number | null }): string {
  if (list.nextNumber === null) return ''
  const piece = `${list.nextNumber}. `
  list.nextNumber += 1
  return piece
}
