/**
 * A 32-bit hash of every run of `size` units, in their order: units.length − size + 1 of them, none for a shorter text. Rolling, then mixed
 * so that low bits can be used for sampling.
 */
export function shingleHashes(units: Uint16Array, size: number): Uint32Array {
  const count = units.length - size + 1
  if (count <= 0) return new Uint32Array(0)
  const hashes = new Uint32Array(count)
  let power = 1
  for (let i = 1; i < size; i += 1) power = Math.imul(power, base)
  let rolling = 0
  for (let i = 0; i < size; i += 1) rolling = (Math.imul(rolling, base) + units[i]!) | 0
  hashes[0] = mix(rolling)
  for (let i = 1; i < count; i += 1) {
    rolling = (Math.imul(rolling - Math.imul(units[i - 1]!, power), base) + units[i + size - 1]!) | 0
    hashes[i] = mix(rolling)
  }
  return hashes
}

const base = 0x01000193

/** Finaliser of MurmurHash3 (Appleby, public domain). */
function mix(value: number): number {
  let hash = value
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Whether two runs of units are the same, so that equal hashes prove nothing by themselves. */
export function sameRun(a: Uint16Array, from: number, b: Uint16Array, at: number, size: number): boolean {
  for (let i = 0; i < size; i += 1) if (a[from + i] !== b[at + i]) return false
  return true
}
