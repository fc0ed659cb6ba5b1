import { failure, success, type Result } from '#core/result'
import type { ImportProblem, ReadFormat } from '#core/text/importProblem'
import type { RawDocument } from '#core/text/rawDocument'
import { detectFormat } from '#exchange/detectFormat'
import { detectOle } from '#exchange/detectOle'
import { detectZip } from '#exchange/detectZip'
import { readLimits } from '#exchange/readLimits'
import { decodeText, reportSizeLimit } from '#exchange/text/decodeText'

type Read = Result<RawDocument, ImportProblem>

/**
 * A dropped file to plain text, whatever its format. What it is, is told by its bytes; the name matters only where bytes cannot tell
 * (Markdown). Readers of a format load when the first file of the kind comes. The bytes are only looked at. Every problem is a
 * refusal that names its cause; a reader that breaks on a file (they are other people's) makes it 'damaged', never an exception.
 * @example await readDocument('a.txt', Uint8Array.of(0xd7, 0xbc)) // { ok: true, value: { format: 'text', encoding: 'gb18030', text: '准', … } }
 */
export async function readDocument(fileName: string, bytes: Uint8Array): Promise<Read> {
  if (bytes.length > reportSizeLimit) return failure({ kind: 'too-large', sizeBytes: bytes.length, limitBytes: reportSizeLimit })
  const read = await readByFormat(fileName, bytes)
  if (!read.ok) return read
  if (read.value.text.length > readLimits.characters) return failure({ kind: 'over-limit', what: 'characters', limit: readLimits.characters })
  return read.value.text.trim() === '' ? failure({ kind: 'no-text-left' }) : read
}

async function readByFormat(fileName: string, bytes: Uint8Array): Promise<Read> {
  const format = detectFormat(bytes)
  switch (format) {
    case 'pdf':
      return guarded('pdf', async () => (await import('#exchange/pdf/readPdf')).readPdf(bytes))
    case 'html':
      return guarded('html', async () => (await import('#exchange/html/readHtml')).readHtml(bytes))
    case 'mht':
      return guarded('mht', async () => (await import('#exchange/html/readMht')).readMht(bytes))
    case 'zip':
      return readZip(bytes)
    case 'ole': {
      const content = detectOle(bytes)
      return failure(content === 'locked' ? { kind: 'locked', format: 'office' } : { kind: 'not-text', looksLike: content })
    }
    case 'rtf':
    case 'archive':
    case 'image':
    case 'binary':
      return failure({ kind: 'not-text', looksLike: format })
    case 'text':
      return readText(fileName, bytes)
  }
}

async function readZip(bytes: Uint8Array): Promise<Read> {
  const content = detectZip(bytes)
  switch (content.kind) {
    case 'docx':
      return guarded('docx', async () => (await import('#exchange/docx/readDocx')).readDocx(content.parts))
    case 'other':
      return failure({ kind: 'not-text', looksLike: content.looksLike })
    case 'locked':
      return failure({ kind: 'locked', format: 'zip' })
    case 'damaged':
      return failure(content.looksLike === 'docx' ? { kind: 'damaged', format: 'docx' } : { kind: 'not-text', looksLike: 'zip' })
  }
}

async function readText(fileName: string, bytes: Uint8Array): Promise<Read> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const { text, encoding } = decoded.value
  const plain: RawDocument = { format: 'text', encoding, text: text.replace(/\r\n?/g, '\n'), pages: [], title: null, address: null, published: null }
  if (!/\.(?:md|markdown)$/i.test(fileName)) return success(plain)
  const { plainMarkdown } = await import('#exchange/markdown/plainMarkdown')
  return success({ ...plain, format: 'markdown', text: plainMarkdown(plain.text) })
}

async function guarded(format: ReadFormat, read: () => Promise<Read>): Promise<Read> {
  try {
    return await read()
  } catch {
    return failure({ kind: 'damaged', format })
  }
}
