import type { TextEncodingName } from '#core/records/reportRecord'
import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import { detectFormat } from '#exchange/detectFormat'

/** The largest report file that is read: 20 MB, a thousand times a long report. */
export const reportSizeLimit = 20 * 1024 * 1024

/**
 * Bytes to text: a byte-order mark decides (UTF-8, UTF-16), then strict UTF-8, then strict GB18030; UTF-16 or Big5 are never
 * guessed. Size is checked before anything is decoded. Refused with a name: too large, empty or blank, no text (by its first
 * bytes, by NUL or many control characters), or an encoding that cannot be told. The mark is not part of the text.
 * @example decodeText(Uint8Array.of(0xd7, 0xbc, 0xc9, 0xfe)) // { ok: true, value: { text: '准绳', encoding: 'gb18030' } }
 */
export function decodeText(bytes: Uint8Array): Result<{ text: string; encoding: TextEncodingName }, ImportProblem> {
  if (bytes.length > reportSizeLimit) return failure({ kind: 'too-large', sizeBytes: bytes.length, limitBytes: reportSizeLimit })
  if (bytes.length === 0) return failure({ kind: 'empty-file' })
  const format = detectFormat(bytes)
  if (format !== 'text') return failure({ kind: 'not-text', looksLike: format })

  const marked = markedEncoding(bytes)
  if (!marked && bytes.includes(0)) return failure({ kind: 'not-text', looksLike: 'binary' })
  const encodings: readonly TextEncodingName[] = marked ? [marked] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    const text = decodeStrictly(bytes, encoding)
    if (text === null) continue
    if (text.trim() === '') return failure({ kind: 'empty-file' })
    if (hasControlCharacters(text)) return failure({ kind: 'not-text', looksLike: 'binary' })
    if (encoding === 'gb18030' && isGibberish(text)) return failure({ kind: 'unknown-encoding' })
    return success({ text, encoding })
  }
  return failure({ kind: 'unknown-encoding' })
}

function markedEncoding(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function decodeStrictly(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** A NUL, or more than one control character in a thousand: no text a person wrote. */
function hasControlCharacters(text: string): boolean {
  let controls = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0) return true
    if (code < 9 || (code > 13 && code < 32) || code === 0x7f) controls += 1
  }
  return controls > text.length / 1000
}

/**
 * Big5 and the like pass as GB18030 without an error and give rare characters in a row. Chinese without one of its most frequent
 * characters in 200, or with private-use characters throughout, was not written in this encoding.
 */
function isGibberish(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  const privateUse = sample.match(/[\ue000-\uf8ff]/g)?.length ?? 0
  return privateUse > sample.length / 100 || (han >= 200 && !/[的和政工年在是法]/.test(sample))
}
