import type { UnreadFormat } from '#core/text/importProblem'
import { listZipParts, type ZipPart } from '#exchange/excel/zipParts'

export type ZipContent =
  | { readonly kind: 'docx'; readonly parts: readonly ZipPart[] }
  | { readonly kind: 'other'; readonly looksLike: UnreadFormat }
  | { readonly kind: 'locked' }
  | { readonly kind: 'damaged'; readonly looksLike: 'docx' | 'zip' }

/** Nothing is unpacked to see what a zip is; what is unpacked later has its own, narrower caps. */
const caps = { parts: 10_000, totalBytes: 0xffff_ffff, ratio: Number.POSITIVE_INFINITY }

/** What a zip is, by the names in its directory; without one (a file cut off) by the names among its first bytes. */
export function detectZip(bytes: Uint8Array): ZipContent {
  const listed = listZipParts(bytes, caps)
  if (!listed.ok) {
    if (hasLockedPart(bytes)) return { kind: 'locked' }
    return { kind: 'damaged', looksLike: /word\//.test(new TextDecoder('latin1').decode(bytes.subarray(0, 8192))) ? 'docx' : 'zip' }
  }
  const names = new Set(listed.value.map((part) => part.name))
  if (names.has('word/document.xml')) return { kind: 'docx', parts: listed.value }
  return { kind: 'other', looksLike: lookOf(names, listed.value) }
}

function lookOf(names: ReadonlySet<string>, parts: readonly ZipPart[]): UnreadFormat {
  if (names.has('OFD.xml')) return 'ofd'
  if (parts.some((part) => part.name.startsWith('xl/'))) return 'xlsx'
  if (parts.some((part) => part.name.startsWith('ppt/'))) return 'pptx'
  const mimetype = parts.find((part) => part.name === 'mimetype' && part.method === 0)
  const stated = mimetype ? new TextDecoder('latin1').decode(mimetype.packed.subarray(0, 100)) : ''
  if (stated.includes('opendocument')) return 'odt'
  if (stated.includes('epub')) return 'epub'
  return 'zip'
}

/** Bit 0 of the flags of the first entry: a password. */
function hasLockedPart(bytes: Uint8Array): boolean {
  return bytes[2] === 3 && bytes[3] === 4 && ((bytes[6] ?? 0) & 1) === 1
}
