import type { TextEncodingName } from '#core/records/reportRecord'
import { failure, success, type Result } from '#core/result'
import type { ImportProblem } from '#core/text/importProblem'
import { decodeText } from '#exchange/text/decodeText'

const declarationBytes = 4096
/** A page with a few broken characters is still read; they show as U+FFFD. */
const brokenPerThousand = 1

/**
 * The text of a saved page: a byte-order mark decides, then what the page declares (GB2312 and GBK are read as GB18030, which holds
 * both), then strict UTF-8, then strict GB18030. A declaration that the bytes contradict is not believed. Other encodings (Big5) are
 * refused as unknown.
 */
export function decodePage(bytes: Uint8Array): Result<{ text: string; encoding: TextEncodingName }, ImportProblem> {
  const marked = markOf(bytes)
  const declared = declaredEncoding(bytes)
  if (!marked && declared === 'other') return failure({ kind: 'unknown-encoding' })
  const others: TextEncodingName[] = ['utf-8', 'gb18030']
  const unicode = marked ? null : decodeWith(bytes, 'utf-8', { fatal: true })
  // Chinese that is sound UTF-8 is UTF-8: a page saved anew keeps the declaration it once had.
  if (unicode !== null && /\p{Script=Han}/u.test(unicode)) return success({ text: unicode, encoding: 'utf-8' })
  const order = marked ? [marked] : declared && declared !== 'other' ? [declared, ...others.filter((name) => name !== declared)] : others
  for (const encoding of order) {
    const text = decodeWith(bytes, encoding, { fatal: true })
    if (text !== null) return success({ text, encoding })
  }
  const encoding = order[0]!
  const text = decodeWith(bytes, encoding, { fatal: false }) ?? ''
  const broken = text.split('\ufffd').length - 1
  return broken * 1000 <= text.length * brokenPerThousand ? success({ text, encoding }) : failure(decodingProblem(bytes))
}

/** Words for bytes that are no page after all: what decodeText says of them, when it refuses them, too. */
function decodingProblem(bytes: Uint8Array): ImportProblem {
  const decoded = decodeText(bytes)
  return !decoded.ok && decoded.problem.kind === 'unknown-encoding' ? decoded.problem : { kind: 'unknown-encoding' }
}

function markOf(bytes: Uint8Array): TextEncodingName | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

function declaredEncoding(bytes: Uint8Array): TextEncodingName | 'other' | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationBytes))
  return encodingNamed(/<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w-]{2,20})/i.exec(head)?.[1] ?? '')
}

/** A charset label as an encoding that is read; null = none or one that says nothing, 'other' = one that is not read. */
export function encodingNamed(label: string): TextEncodingName | 'other' | null {
  const name = label.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (name === 'utf8') return 'utf-8'
  if (['gb2312', 'gbk', 'gb18030', 'xgbk', 'gb231280', 'cp936', 'ms936', 'windows936', 'hzgb2312'].includes(name)) return 'gb18030'
  // A page that declares Latin is a page whose template nobody changed; UTF-16 cannot be declared in ASCII.
  return ['big5', 'big5hkscs', 'shiftjis', 'eucjp', 'euckr', 'iso2022jp'].includes(name) ? 'other' : null
}

function decodeWith(bytes: Uint8Array, encoding: TextEncodingName, { fatal }: { readonly fatal: boolean }): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes)
  } catch {
    return null
  }
}
