import { Inflate } from 'fflate'
import { type Result, failure, success } from '#core/result'

/** One entry of a zip archive, as its central directory declares it. */
export interface ZipPart {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly compressedBytes: number
  readonly declaredBytes: number
  /** The packed bytes. */
  readonly packed: Uint8Array
}

export interface ZipCaps {
  readonly parts: number
  /** Of all parts together, unpacked. */
  readonly totalBytes: number
  /** Unpacked ÷ packed of a single part above 1 MB. */
  readonly ratio: number
}

export type ZipProblem =
  | { readonly kind: 'not-a-zip' }
  | { readonly kind: 'too-many-parts'; readonly limit: number }
  | { readonly kind: 'too-large'; readonly limitBytes: number }
  | { readonly kind: 'suspicious-ratio'; readonly part: string }
  | { readonly kind: 'damaged'; readonly part: string }

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const ratioFromBytes = 1_000_000
const sliceBytes = 16_384

/** Reads the central directory alone; nothing is unpacked. Refuses what is no zip, split, encrypted, zip64 or above the caps. */
export function listZipParts(bytes: Uint8Array, caps: ZipCaps): Result<ZipPart[], ZipProblem> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end === null) return failure({ kind: 'not-a-zip' })
  const count = view.getUint16(end + 10, true)
  if (count > caps.parts) return failure({ kind: 'too-many-parts', limit: caps.parts })
  const parts: ZipPart[] = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return failure({ kind: 'not-a-zip' })
    const part = readEntry(bytes, view, at)
    if (part === null) return failure({ kind: 'damaged', part: '' })
    total += part.declaredBytes
    if (total > caps.totalBytes) return failure({ kind: 'too-large', limitBytes: caps.totalBytes })
    if (part.declaredBytes > ratioFromBytes && part.declaredBytes > part.compressedBytes * caps.ratio) return failure({ kind: 'suspicious-ratio', part: part.name })
    parts.push(part)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return success(parts)
}

/** Unpacks a part, counting: as soon as it yields more than it declared, it is refused; so is one that yields less. */
export function unpackPart(part: ZipPart): Result<Uint8Array, ZipProblem> {
  const damaged = failure<ZipProblem>({ kind: 'damaged', part: part.name })
  if (part.method === 0) return part.packed.length === part.declaredBytes ? success(part.packed) : damaged
  if (part.method !== 8) return damaged
  const unpacked = new Uint8Array(part.declaredBytes)
  let length = 0
  let finished = false
  const inflate = new Inflate((chunk, final) => {
    if (length + chunk.length <= unpacked.length) unpacked.set(chunk, length)
    length += chunk.length
    finished = final
  })
  try {
    for (let from = 0; from < part.packed.length && length <= unpacked.length; from += sliceBytes) {
      inflate.push(part.packed.subarray(from, from + sliceBytes), from + sliceBytes >= part.packed.length)
    }
  } catch {
    return damaged
  }
  return finished && length === unpacked.length ? success(unpacked) : damaged
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return null
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): ZipPart | null {
  const encrypted = (view.getUint16(at + 8, true) & 1) === 1
  const compressedBytes = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  if (encrypted || local + 30 > view.byteLength || view.getUint32(local, true) !== localSignature) return null
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + compressedBytes > view.byteLength) return null
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))),
    method: view.getUint16(at + 10, true),
    compressedBytes,
    declaredBytes: view.getUint32(at + 24, true),
    packed: bytes.subarray(start, start + compressedBytes),
  }
}
