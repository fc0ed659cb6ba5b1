import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { RawDocument } from '#core/text/rawDocument'
import { documentText, type DocumentNode } from '#exchange/docx/documentText'
import { numberParagraphs } from '#exchange/docx/numberParagraphs'
import { readNumbering, readStyleNumbers } from '#exchange/docx/numbering'
import { unpackPart, type ZipPart } from '#exchange/excel/zipParts'
import { walkXml } from '#exchange/html/walkXml'
import { readLimits } from '#exchange/readLimits'

/** What is unpacked: the text, its notes and numbers, and how they hang together. Pictures, headers and footers stay packed. */
const wanted = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/document\.xml\.rels|document\.xml|numbering\.xml|styles\.xml|footnotes\.xml|endnotes\.xml|comments\.xml))$/

/**
 * A Word document (.docx, already listed as a zip) as its plain text: paragraphs, tables, notes, automatic numbers written out. Declared
 * sizes are checked before anything is unpacked, unpacking counts, markup is walked for its depth before mammoth builds trees of it.
 * mammoth gets only what it needs and its own HTML is never made.
 */
export async function readDocx(parts: readonly ZipPart[]): Promise<Result<RawDocument, ImportProblem>> {
  const unpacked = unpackTexts(parts.filter((part) => wanted.test(part.name)))
  if (!unpacked.ok) return unpacked
  const texts = unpacked.value
  const styles = readStyleNumbers(texts.get('word/styles.xml') ?? '')
  const lists = readNumbering(texts.get('word/numbering.xml') ?? '', styles)
  for (const name of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    const xml = texts.get(name)
    if (xml === undefined) continue
    // Word never writes a document type; one that is there may declare entities.
    if (/<!DOCTYPE|<!ENTITY/i.test(xml)) return failure({ kind: 'damaged', format: 'docx' })
    const numbered = numberParagraphs(xml, { lists, styles })
    if (typeof numbered !== 'string') return failure(numbered)
    texts.set(name, numbered)
  }
  return success({
    format: 'docx', encoding: null, text: documentText(await treeOf(texts)), pages: [],
    title: titleOf(texts.get('docProps/core.xml') ?? ''), address: null, published: null,
  })
}

function unpackTexts(parts: readonly ZipPart[]): Result<Map<string, string>, ImportProblem> {
  const declared = parts.reduce((sum, part) => sum + part.declaredBytes, 0)
  if (declared > readLimits.docxBytes) return failure({ kind: 'unpacks-too-large', format: 'docx', limitBytes: readLimits.docxBytes })
  const texts = new Map<string, string>()
  for (const part of parts) {
    const bytes = unpackPart(part)
    if (!bytes.ok) return failure({ kind: 'damaged', format: 'docx' })
    texts.set(part.name, new TextDecoder(bytes.value[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes.value))
  }
  return success(texts)
}

async function treeOf(texts: ReadonlyMap<string, string>): Promise<DocumentNode> {
  const encoder = new TextEncoder()
  const packed = zipSync(Object.fromEntries([...texts].map(([name, text]) => [name, encoder.encode(text)])), { level: 0 })
  let tree: DocumentNode | null = null
  // In the browser mammoth takes an ArrayBuffer, in Node a "buffer"; either ignores the other.
  const input = { arrayBuffer: packed.buffer as ArrayBuffer, buffer: packed } as unknown as { arrayBuffer: ArrayBuffer }
  await mammoth.convertToHtml(input, {
    transformDocument(document: DocumentNode) {
      tree = document
      return { ...document, children: [] }
    },
  })
  if (tree === null) throw new Error('mammoth made no document')
  return tree
}

/** The document's own title, unless it is a name that a program gave it. */
function titleOf(core: string): string | null {
  let inTitle = -1
  let title = ''
  walkXml(core, {
    open({ name }, end) {
      if (name === 'title') inTitle = end
      return true
    },
    close(name, end) {
      if (name === 'title' && inTitle >= 0) title = core.slice(inTitle, end).replace(/<\/[^>]*>$/, '')
    },
  })
  const plain = title.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&').trim()
  return plain === '' || /^(?:Microsoft Word|PowerPoint|Document|文档)/i.test(plain) ? null : plain.slice(0, 300)
}
