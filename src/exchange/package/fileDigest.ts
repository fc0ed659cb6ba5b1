import { strFromU8, strToU8 } from 'fflate'
import { sha256 } from '#core/digest/sha256'

/**
 * The digest of a whole file, as the comment that a zip may end with: "zhunsheng sha256 " and 64 hex digits, over every byte before the
 * comment. The parts have digests of their own; this one also covers what lies between them, so that no changed byte goes unnoticed.
 */
const label = 'zhunsheng sha256 '
const commentLength = label.length + 64
/** The end record of a zip: signature, …, length of the comment in its last two bytes. */
const endRecordLength = 22

/** Puts the digest behind a zip that has no comment yet. */
export function withFileDigest(zip: Uint8Array): Uint8Array {
  if (!endsAt(zip, zip.length - endRecordLength, 0)) throw new Error('this zip has a comment already')
  const bytes = new Uint8Array(zip.length + commentLength)
  bytes.set(zip)
  bytes[zip.length - 2] = commentLength
  bytes.set(strToU8(label + sha256(bytes.subarray(0, zip.length))), zip.length)
  return bytes
}

/**
 * 'fits': no byte has changed since the file was made. 'none': a zip without a comment, from before there was a digest, or packed again by
 * another program. 'broken': anything else.
 */
export function checkFileDigest(bytes: Uint8Array): 'fits' | 'none' | 'broken' {
  if (endsAt(bytes, bytes.length - endRecordLength, 0)) return 'none'
  const zipLength = bytes.length - commentLength
  if (!endsAt(bytes, zipLength - endRecordLength, commentLength)) return 'broken'
  return strFromU8(bytes.subarray(zipLength), true) === label + sha256(bytes.subarray(0, zipLength)) ? 'fits' : 'broken'
}

function endsAt(bytes: Uint8Array, start: number, comment: number): boolean {
  if (start < 0) return false
  const signature = bytes[start] === 0x50 && bytes[start + 1] === 0x4b && bytes[start + 2] === 5 && bytes[start + 3] === 6
  return signature && bytes[start + 20] === comment && bytes[start + 21] === 0
}
