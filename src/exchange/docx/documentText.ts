/** The parts of mammoth's document tree that are text. mammoth types it as `any`; this is what its documents.js makes. */
export interface DocumentNode {
  readonly type: string
  readonly value?: string
  readonly children?: readonly DocumentNode[]
  readonly noteType?: string
  readonly noteId?: string
  readonly notes?: { readonly resolve: (reference: DocumentNode) => { readonly body: readonly DocumentNode[] } | undefined }
}

/**
 * A document tree as lines: a paragraph, or a piece of one before a line break, is a line; a table row is one, its cells apart by tabs,
 * unless a cell has several paragraphs. Foot and end notes stand at the end, each after its number, which also stands where it is
 * called: [1].
 */
export function documentText(root: DocumentNode): string {
  const references: DocumentNode[] = []
  const lines = blockLines(root, references)
  for (let index = 0; index < references.length; index += 1) {
    const body = root.notes?.resolve(references[index]!)?.body ?? []
    const note = body.flatMap((block) => blockLines(block, references)).filter((line) => line.trim() !== '')
    lines.push(`[${index + 1}] ${note.join('\n').trim()}`)
  }
  return lines.join('\n')
}

function blockLines(node: DocumentNode, references: DocumentNode[]): string[] {
  if (node.type === 'paragraph') return paragraphText(node, references).split('\n')
  if (node.type === 'tableRow') return rowLines(node, references)
  const lines: string[] = []
  // Text may stand in a block without a paragraph around it; it gets a line of its own.
  for (const child of node.children ?? []) {
    if (isBlock(child)) lines.push(...blockLines(child, references))
    else lines.push(...inlineText(child, references).split('\n'))
  }
  return lines
}

function rowLines(row: DocumentNode, references: DocumentNode[]): string[] {
  const lines: string[] = []
  let joined: string[] = []
  const close = (): void => {
    if (joined.length > 0) lines.push(joined.join('\t'))
    joined = []
  }
  for (const cell of row.children ?? []) {
    const inside = blockLines(cell, references).filter((line) => line.trim() !== '')
    if (inside.length > 1) {
      close()
      lines.push(...inside)
    } else joined.push(inside[0] ?? '')
  }
  close()
  return lines.map((line) => line.trimEnd()).filter((line) => line !== '')
}

function paragraphText(paragraph: DocumentNode, references: DocumentNode[]): string {
  return (paragraph.children ?? []).map((child) => inlineText(child, references)).join('')
}

function inlineText(node: DocumentNode, references: DocumentNode[]): string {
  switch (node.type) {
    case 'text':
      return node.value ?? ''
    case 'tab':
      return '\t'
    case 'break':
      return '\n'
    case 'noteReference':
      references.push(node)
      return `[${references.length}]`
    case 'paragraph':
      return `\n${paragraphText(node, references)}\n`
    default:
      return (node.children ?? []).map((child) => inlineText(child, references)).join('')
  }
}

function isBlock(node: DocumentNode): boolean {
  return ['paragraph', 'table', 'tableRow', 'tableCell', 'document'].includes(node.type)
}
