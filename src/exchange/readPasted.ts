import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { RawDocument } from '#core/text/rawDocument'
import { readLimits } from '#exchange/readLimits'

/**
 * Text from the clipboard as a document: line breaks as LF, characters that show nothing (NUL, a byte-order mark) left out.
 * @example readPasted('甲\r\n乙') // { ok: true, value: { format: 'pasted', text: '甲\n乙', … } }
 */
export function readPasted(text: string): Result<RawDocument, ImportProblem> {
  if (text.length > readLimits.characters) return failure({ kind: 'over-limit', what: 'characters', limit: readLimits.characters })
  const plain = text.replace(/\r\n?/g, '\n').replaceAll('\0', '').replaceAll('\ufeff', '')
  if (plain.trim() === '') return failure({ kind: 'empty-file' })
  return success({ format: 'pasted', encoding: null, text: plain, pages: [], title: null, address: null, published: null })
}
