import { Inflate } from 'fflate'
import { readLimits } from '#exchange/readLimits'

const streamMark = latin('stream')
const endMark = latin('endstream')
const dictionaryBytes = 2048
const sliceBytes = 16_384

/**
 * Whether every packed stream of a PDF unpacks to something a laptop can hold: pdf.js unpacks what it reads whole, so a small file could
 * stop the browser. Each is unpacked here once, counted and thrown away. Pictures are passed over: nothing reads them. A stream that
 * cannot be unpacked (encrypted, broken) is left to pdf.js.
 */
export function streamsAreSmall(bytes: Uint8Array): boolean {
  let total = 0
  for (let at = find(bytes, streamMark, 0); at >= 0; at = find(bytes, streamMark, at + streamMark.length)) {
    if (isEnd(bytes, at)) continue
    const dictionary = ascii(bytes, Math.max(0, at - dictionaryBytes), at)
    const own = dictionary.slice(Math.max(0, dictionary.lastIndexOf(' obj')))
    if (!/\/(?:FlateDecode|Fl)\b/.test(own) || /\/Subtype\s{0,5}\/Image\b/.test(own)) continue
    const from = at + streamMark.length + (bytes[at + streamMark.length] === 13 ? 2 : 1)
    const end = find(bytes, endMark, from)
    total += unpackedBytes(bytes.subarray(from, end < 0 ? bytes.length : end))
    if (total > readLimits.pdfStreamBytes) return false
    if (end < 0) break
    at = end
  }
  return true
}

/** Counted up to the limit and a little beyond. */
function unpackedBytes(packed: Uint8Array): number {
  let count = 0
  const inflate = new Inflate((chunk) => {
    count += chunk.length
  })
  try {
    // Two bytes of zlib's header, then raw deflate.
    for (let at = 2; at < packed.length && count <= readLimits.pdfStreamBytes; at += sliceBytes) inflate.push(packed.subarray(at, at + sliceBytes), at + sliceBytes >= packed.length)
  } catch {
    // Not deflated after all, or cut off: what it gave so far counts.
    return count
  }
  return count
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
