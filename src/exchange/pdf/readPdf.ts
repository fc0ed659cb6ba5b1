import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { RawDocument } from '#core/text/rawDocument'
import { readableCopy } from '#exchange/pdf/readableCopy'
import { joinParagraphs } from '#exchange/pdf/joinParagraphs'
import { pdfLines, type PdfPiece } from '#exchange/pdf/pdfLines'
import { plainRadicals } from '#exchange/pdf/plainRadicals'
import { readLimits } from '#exchange/readLimits'

/** Fewer characters a page than this: pictures of pages, with perhaps a page number printed over them. */
const leastPerPage = 12
/** From this share of characters that mean nothing the text is no text. */
const mostGarbled = 0.1

/**
 * A PDF as its plain text: lines joined to paragraphs, page after page; page headers and numbers stay for cleaning to take out. pdf.js
 * reads it, in this thread (it is a worker already), without evaluating anything of it and without fetching anything: the character maps
 * of Chinese fonts travel with the program.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<RawDocument, ImportProblem>> {
  const data = readableCopy(bytes)
  if (data === null) return failure({ kind: 'unpacks-too-large', format: 'pdf', limitBytes: readLimits.pdfStreamBytes })
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer for itself.
    data,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
    CMapReaderFactory: OwnCharacterMaps,
    StandardFontDataFactory: NoFontData,
  })
  try {
    const document = await task.promise
    if (document.numPages > readLimits.pages) return failure({ kind: 'over-limit', what: 'pages', limit: readLimits.pages })
    return await readPages(document)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return failure({ kind: 'locked', format: 'pdf' })
    throw error
  } finally {
    await task.destroy()
  }
}

interface PdfDocument {
  readonly numPages: number
  readonly getPage: (number: number) => Promise<{ readonly getTextContent: (options: object) => Promise<{ readonly items: readonly object[] }>; readonly cleanup: () => unknown }>
  readonly getMetadata: () => Promise<{ readonly info: object }>
}

async function readPages(document: PdfDocument): Promise<Result<RawDocument, ImportProblem>> {
  const texts: string[] = []
  const pages: number[] = []
  let length = 0
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false })
    page.cleanup()
    const text = plainRadicals(joinParagraphs(pdfLines(items.flatMap(pieceOf))).join('\n'))
    pages.push(length)
    texts.push(text)
    length += text.length + 1
    if (length > readLimits.characters) return failure({ kind: 'over-limit', what: 'characters', limit: readLimits.characters })
  }
  const text = texts.join('\n')
  const shown = text.replace(/\s/g, '')
  if (shown.length < document.numPages * leastPerPage) return failure({ kind: 'scanned-pdf', pages: document.numPages })
  if (garbledCount(shown) > shown.length * mostGarbled) return failure({ kind: 'garbled-pdf', pages: document.numPages })
  return success({ format: 'pdf', encoding: null, text, pages, title: titleOf((await document.getMetadata()).info), address: null, published: null })
}

/** The type size is the height of the text's own matrix: `height` is 0 for some fonts. */
function pieceOf(item: object): PdfPiece[] {
  const { str, transform, width } = item as { readonly str?: string; readonly transform?: readonly number[]; readonly width?: number }
  if (typeof str !== 'string' || !transform) return []
  const [, , c = 0, d = 0, x = 0, y = 0] = transform
  return [{ text: str, x, y, width: width ?? 0, size: Math.hypot(c, d) || 10 }]
}

/**
 * Characters that no report is written in. Fonts without a map to Unicode leave private use and control characters, or their own numbers
 * as if they were characters: a medley of rare letters. What bodies of the autonomous regions write is ordinary.
 */
function garbledCount(text: string): number {
  return text.replace(ordinary, '').length
}

const ordinary = /[\x20-\x7e\xa0-\xff\u2000-\u27bf\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\p{Script=Arabic}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Yi}\p{Script=Hangul}\u{20000}-\u{323af}]/gu

function titleOf(info: object): string | null {
  const title = (info as { readonly Title?: unknown }).Title
  const plain = typeof title === 'string' ? title.replace(/\s+/g, ' ').trim().slice(0, 300) : ''
  return plain === '' || /^(?:Microsoft Word|PowerPoint|untitled|about:blank)|\.(?:docx?|wps|html?)$/i.test(plain) ? null : plain
}

async function loadPdfjs() {
  const [pdfjs, worker] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')])
  // Found under this name, its work is done here instead of in a worker of its own.
  Object.assign(globalThis, { pdfjsWorker: worker })
  return pdfjs
}

class OwnCharacterMaps {
  async fetch({ name }: { readonly name: string }): Promise<{ cMapData: Uint8Array; isCompressed: boolean }> {
    const { characterMaps } = await import('virtual:pdf-character-maps')
    const packed = Object.hasOwn(characterMaps, name) ? characterMaps[name] : undefined
    if (packed === undefined) throw new Error(`no character map ${name}`)
    return { cMapData: Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)), isCompressed: true }
  }
}

/** Shapes of letters are for showing; their widths pdf.js knows. */
class NoFontData {
  async fetch(): Promise<never> {
    throw new Error('no font data is needed for text')
  }
}
