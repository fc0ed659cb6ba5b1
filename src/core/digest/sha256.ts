import type { Sha256 } from '#core/ids'

/**
 * SHA-256 (FIPS 180-4) of bytes, as 64 lower-case hex digits. Pure and synchronous, since `crypto.subtle` is neither, and is
 * absent where the page comes over plain http. About 100 MB a second: meant for files of at most some tens of megabytes.
 * @example sha256(new Uint8Array()) // 'e3b0c442…b855'
 */
export function sha256(bytes: Uint8Array): Sha256 {
  const state = Int32Array.from(initialState)
  const schedule = new Int32Array(64)
  const whole = bytes.length - (bytes.length % 64)
  for (let offset = 0; offset < whole; offset += 64) compress(state, schedule, bytes, offset)

  const left = bytes.length - whole
  const tail = new Uint8Array(left < 56 ? 64 : 128)
  tail.set(bytes.subarray(whole))
  tail[left] = 0x80
  const length = new DataView(tail.buffer)
  // The length is counted in bits and takes 64 of them; bytes.length × 8 itself may pass 2³².
  length.setUint32(tail.length - 8, Math.floor(bytes.length / 0x20000000))
  length.setUint32(tail.length - 4, (bytes.length << 3) >>> 0)
  for (let offset = 0; offset < tail.length; offset += 64) compress(state, schedule, tail, offset)

  let hex = ''
  for (const word of state) hex += (word >>> 0).toString(16).padStart(8, '0')
  return hex as Sha256
}

function compress(state: Int32Array, w: Int32Array, bytes: Uint8Array, offset: number): void {
  for (let t = 0; t < 16; t += 1) {
    const i = offset + t * 4
    w[t] = (bytes[i]! << 24) | (bytes[i + 1]! << 16) | (bytes[i + 2]! << 8) | bytes[i + 3]!
  }
  for (let t = 16; t < 64; t += 1) {
    const x = w[t - 15]!
    const y = w[t - 2]!
    const low = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const high = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[t] = (w[t - 16]! + low + w[t - 7]! + high) | 0
  }
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!
  let e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!
  for (let t = 0; t < 64; t += 1) {
    const turnE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const first = (h + turnE + ((e & f) ^ (~e & g)) + roundConstants[t]! + w[t]!) | 0
    const turnA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const second = (turnA + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + second) | 0
  }
  state[0] = state[0]! + a
  state[1] = state[1]! + b
  state[2] = state[2]! + c
  state[3] = state[3]! + d
  state[4] = state[4]! + e
  state[5] = state[5]! + f
  state[6] = state[6]! + g
  state[7] = state[7]! + h
}

/** The first 32 bits of the fraction of √p for the first 8 primes, and of ∛p for the first 64. */
const initialState = fractions(8, Math.sqrt)
const roundConstants = fractions(64, Math.cbrt)

function fractions(count: number, root: (value: number) => number): Int32Array {
  const words = new Int32Array(count)
  let found = 0
  for (let candidate = 2; found < count; candidate += 1) {
    let divisor = 2
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor += 1
    if (divisor * divisor <= candidate) continue
    const value = root(candidate)
    words[found] = Math.floor((value - Math.floor(value)) * 0x100000000) | 0
    found += 1
  }
  return words
}
