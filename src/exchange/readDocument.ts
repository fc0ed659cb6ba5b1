import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import type { RawDocument } from '#core/text/rawDocument'
import { decodeText } from '#exchange/text/decodeText'

/** A dropped file to plain text, whatever its format. What it is, is told by its bytes and not by its name. */
export async function readDocument(_fileName: string, bytes: Uint8Array): Promise<Result<RawDocument, ImportProblem>> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return failure(decoded.problem)
  return success({ format: 'text', encoding: decoded.value.encoding, text: decoded.value.text, pages: [], title: null, address: null, published: null })
}
