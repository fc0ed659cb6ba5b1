/**
 * 64 bits over texts and a number as 16 hex digits, to notice loss and alteration, not attack. Two multiplicative 32-bit lanes
 * (FNV-1a, and one with rotation and a Murmur multiplier), finished as Murmur3 does; lengths go in, so that text cannot move from
 * one column to the next unnoticed. Never change it: written ledgers hold what it gave.
 */
export function digestColumns(columns: readonly string[], count: number): string {
  let low = 0x811c9dc5
  let high = 0x9747b28c ^ count
  for (const text of columns) {
    const length = text.length
    low = Math.imul(low ^ length, 0x01000193)
    // Two code units at a time; charCodeAt past the end gives NaN, which counts as 0 and is told apart by the length.
    for (let index = 0; index < length; index += 2) {
      const pair = text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16)
      low = Math.imul(low ^ pair, 0x01000193)
      low ^= low >>> 15
      high = Math.imul(high ^ pair, 0x5bd1e995)
      high = (high << 13) | (high >>> 19)
    }
    high = Math.imul(high ^ length, 0x5bd1e995)
  }
  return hex(finish(low ^ count)) + hex(finish(high))
}

function finish(lane: number): number {
  const first = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  const second = Math.imul(first ^ (first >>> 13), 0xc2b2ae35)
  return (second ^ (second >>> 16)) >>> 0
}

function hex(lane: number): string {
  return lane.toString(16).padStart(8, '0')
}
