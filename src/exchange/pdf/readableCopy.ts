import { unpackedBytes } from '#exchange/pdf/unpackedBytes'
import { readLimits } from '#exchange/readLimits'

const streamMark = latin('stream')
const endMark = latin('endstream')
const dictionaryBytes = 2048

/**
 * A copy of a PDF that pdf.js may read, or null when one of its packed streams, or all together, unpack to more than a laptop should
 * hold: pdf.js unpacks what it reads whole, so a small file could stop the browser. Each stream is unpacked here once, counted and
 * thrown away. Pictures are blanked in the copy, for no text is in them: what only calls itself a picture is not read either. The
 * streams of an encrypted PDF cannot be counted and are left to pdf.js.
 */
export function readableCopy(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const copy = new Uint8Array(bytes)
  let total = 0
  for (let at = find(bytes, streamMark, 0); at >= 0; at = find(bytes, streamMark, at + streamMark.length)) {
    if (isEnd(bytes, at)) continue
    const before = ascii(bytes, Math.max(0, at - dictionaryBytes), at)
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')))
    const from = at + streamMark.length + (bytes[at + streamMark.length] === 13 ? 2 : 1)
    const end = find(bytes, endMark, from)
    const to = end < 0 ? bytes.length : end
    if (/\/Subtype\s{0,5}\/Image\b/.test(dictionary)) copy.fill(0, from, to)
    else {
      const unpacked = unpackedBytes(bytes.subarray(from, to), filtersOf(dictionary), readLimits.pdfStreamBytes)
      total += unpacked
      if (unpacked > readLimits.pdfStreamBytes || total > readLimits.pdfBytes) return null
    }
    at = to
  }
  return copy
}

/** The names after /Filter: one, or several in brackets. */
function filtersOf(dictionary: string): string[] {
  const found = /\/Filter\s{0,5}(?:\[([^\]]{0,200})\]|(\/\w{1,30}))/.exec(dictionary)
  return (found?.[1] ?? found?.[2] ?? '').match(/\w{1,30}/g)?.slice(0, 8) ?? []
}

function isEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at - 1] === 100 && bytes[at - 2] === 110 && bytes[at - 3] === 101
}

function find(bytes: Uint8Array, mark: Uint8Array, from: number): number {
  const first = mark[0]!
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1
    while (length < mark.length && bytes[at + length] === mark[length]) length += 1
    if (length === mark.length) return at
  }
  return -1
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}
