import { Inflate } from 'fflate'

/** Small slices: at a thousand to one, each yields half a megabyte that is counted and dropped. */
const sliceBytes = 512

type Sink = (bytes: Uint8Array) => void

/**
 * How many bytes a stream of a PDF unpacks to through its filters in their order; counted up to a little above `limit`, and never held.
 * Of several filters the largest step counts, because what lies between them is held as well. What cannot be unpacked (encrypted,
 * broken, a filter of pictures) counts as far as it came.
 * @example unpackedBytes(zlibSync(new Uint8Array(1000)), ['FlateDecode'], 5000) // 1000
 */
export function unpackedBytes(packed: Uint8Array, filters: readonly string[], limit: number): number {
  let largest = 0
  let sink: Sink = () => {}
  for (const filter of [...filters].reverse()) {
    const next = sink
    let count = 0
    sink = unpacker(filter, (bytes) => {
      count += bytes.length
      largest = Math.max(largest, count)
      // Out of all filters at once; a slice of one may be the whole bomb of the next.
      if (largest > limit) throw new Error('counted enough')
      next(bytes)
    })
  }
  try {
    for (let at = 0; at < packed.length; at += sliceBytes) sink(packed.subarray(at, at + sliceBytes))
  } catch {
    // Above the limit, or not what it says it is: pdf.js will find the same.
  }
  return largest
}

function unpacker(filter: string, sink: Sink): Sink {
  switch (filter) {
    case 'FlateDecode':
    case 'Fl':
      return inflating(sink)
    case 'LZWDecode':
    case 'LZW':
      return lzw(sink)
    case 'RunLengthDecode':
    case 'RL':
      return runLengths(sink)
    case 'ASCIIHexDecode':
    case 'AHx':
      return inText(sink, hexDigit, { group: 2, base: 16, bytes: 1 })
    case 'ASCII85Decode':
    case 'A85':
      return inText(sink, digit85, { group: 5, base: 85, bytes: 4 })
    default:
      return () => {}
  }
}

function inflating(sink: Sink): Sink {
  const inflate = new Inflate(sink)
  // Two bytes of zlib's header, then raw deflate.
  let header = 2
  return (bytes) => {
    const skipped = Math.min(header, bytes.length)
    header -= skipped
    for (let at = skipped; at < bytes.length; at += sliceBytes) inflate.push(bytes.subarray(at, at + sliceBytes))
  }
}

/** Lengths alone: what a code stands for is one longer than what the code before it did. What it unpacks to goes on as zeros. */
function lzw(sink: Sink): Sink {
  let lengths: number[] = []
  let previous = 0
  let bits = 0
  let held = 0
  let width = 9
  return (bytes) => {
    for (const byte of bytes) {
      held = (held << 8) | byte
      bits += 8
      if (bits < width) continue
      bits -= width
      const code = (held >> bits) & ((1 << width) - 1)
      held &= (1 << bits) - 1
      if (code === 256) {
        lengths = []
        previous = 0
        width = 9
      } else if (code === 257) return
      else {
        const length = code < 256 ? 1 : (lengths[code - 258] ?? previous + 1)
        if (previous > 0 && lengths.length < 3838) lengths.push(previous + 1)
        previous = length
        const next = lengths.length + 259
        width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9
        sink(new Uint8Array(length))
      }
    }
  }
}

function runLengths(sink: Sink): Sink {
  let copies = 0
  let repeats = 0
  return (bytes) => {
    for (const byte of bytes) {
      if (copies > 0) {
        copies -= 1
        sink(Uint8Array.of(byte))
      } else if (repeats > 0) {
        sink(new Uint8Array(repeats).fill(byte))
        repeats = 0
      } else if (byte < 128) copies = byte + 1
      else if (byte > 128) repeats = 257 - byte
    }
  }
}

function inText(sink: Sink, digitOf: (byte: number) => number, { group, base, bytes: size }: { readonly group: number; readonly base: number; readonly bytes: number }): Sink {
  let value = 0
  let digits = 0
  return (bytes) => {
    const decoded: number[] = []
    for (const byte of bytes) {
      const digit = digitOf(byte)
      if (byte === 0x7a && base === 85 && digits === 0) decoded.push(0, 0, 0, 0)
      else if (digit >= 0) {
        value = value * base + digit
        digits += 1
        if (digits === group) {
          for (let place = size - 1; place >= 0; place -= 1) decoded.push(Math.floor(value / 256 ** place) % 256)
          value = 0
          digits = 0
        }
      }
    }
    if (decoded.length > 0) sink(Uint8Array.from(decoded))
  }
}

function hexDigit(byte: number): number {
  const digit = '0123456789abcdef'.indexOf(String.fromCharCode(byte | 0x20))
  return byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : byte > 0x40 ? digit : -1
}

function digit85(byte: number): number {
  return byte >= 0x21 && byte <= 0x75 ? byte - 0x21 : -1
}
