import { matchUnits } from '#core/search/matchUnits'

/**
 * Where every pair of neighbouring units stands in some texts laid end to end, each position as its distance from the one before (1 to 5
 * bytes, 7 bits each, the last byte below 128). Pairs with the same first unit lie together; the last unit of a text pairs with 0.
 */
export interface Postings {
  /** Where each text begins in the texts laid end to end, and where the last one ends. */
  readonly starts: Uint32Array
  /** The text in which every 1024th position lies. */
  readonly textAt: Uint32Array
  /** Rows of the pairs whose first unit is u: from `rowsOf[u]` to `rowsOf[u + 1]`. */
  readonly rowsOf: Uint32Array
  /** Second unit of each row's pair. */
  readonly seconds: Uint16Array
  /** Bytes of row r: from `bytesOf[r]` to `bytesOf[r + 1]`. */
  readonly bytesOf: Uint32Array
  readonly packed: Uint8Array
}

export const textAtShift = 10

/** Packs the postings of texts, folded by `matchForm`. Two passes: count the bytes of every pair, then write them where they belong. */
export function packPostings(texts: readonly string[]): Postings {
  const starts = layEndToEnd(texts)
  const { rowAt, keys } = numberPairs(texts, starts)
  const rowsOf = new Uint32Array(0x10001)
  for (let row = 0; row < keys.length; row += 1) rowsOf[(keys[row]! >>> 16) + 1]! += 1
  for (let unit = 0; unit < 0x10000; unit += 1) rowsOf[unit + 1]! += rowsOf[unit]!
  // Rows are numbered anew, by first unit; within one they keep the order in which they were met.
  const nextOf = rowsOf.slice()
  const placed = new Uint32Array(keys.length)
  const seconds = new Uint16Array(keys.length)
  for (let row = 0; row < keys.length; row += 1) {
    const place = nextOf[keys[row]! >>> 16]!++
    placed[row] = place
    seconds[place] = keys[row]! & 0xffff
  }
  const bytesOf = countBytes(rowAt, placed)
  const packed = writeBytes(rowAt, placed, bytesOf)
  return { starts, textAt: placeTexts(starts), rowsOf, seconds, bytesOf, packed }
}

function layEndToEnd(texts: readonly string[]): Uint32Array {
  const starts = new Uint32Array(texts.length + 1)
  texts.forEach((text, i) => (starts[i + 1] = starts[i]! + text.length))
  return starts
}

function placeTexts(starts: Uint32Array): Uint32Array {
  const textAt = new Uint32Array((starts.at(-1)! >>> textAtShift) + 1)
  let text = 0
  for (let block = 0; block < textAt.length; block += 1) {
    while (text + 2 < starts.length && starts[text + 1]! <= block << textAtShift) text += 1
    textAt[block] = text
  }
  return textAt
}

/** Numbers the pairs as they are met: the number at every position, and the pair of every number. Open addressing, at most half full. */
function numberPairs(texts: readonly string[], starts: Uint32Array): { rowAt: Uint32Array; keys: Uint32Array } {
  const fold = matchUnits()
  const rowAt = new Uint32Array(starts.at(-1)!)
  let bits = Math.min(18, Math.max(8, 33 - Math.clz32(rowAt.length)))
  let slotRows = new Uint32Array(1 << bits)
  let slotKeys = new Uint32Array(1 << bits)
  let keys = new Uint32Array(1 << (bits - 1))
  let count = 0
  let at = 0
  for (const text of texts) {
    let second = text.length > 0 ? fold[text.charCodeAt(0)]! : 0
    for (let i = 1; i <= text.length; i += 1) {
      const first = second
      second = i < text.length ? fold[text.charCodeAt(i)]! : 0
      const key = ((first << 16) | second) >>> 0
      let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits)
      while (slotRows[slot] !== 0 && slotKeys[slot] !== key) slot = (slot + 1) & (slotRows.length - 1)
      if (slotRows[slot] === 0) {
        keys[count] = key
        count += 1
        slotRows[slot] = count
        slotKeys[slot] = key
        if (count === keys.length) {
          bits += 1
          ;({ slotRows, slotKeys } = widen(keys, bits))
          const wider = new Uint32Array(1 << (bits - 1))
          wider.set(keys)
          keys = wider
          rowAt[at] = count - 1
          at += 1
          continue
        }
      }
      rowAt[at] = slotRows[slot]! - 1
      at += 1
    }
  }
  return { rowAt, keys: keys.subarray(0, count) }
}

function widen(keys: Uint32Array, bits: number): { slotRows: Uint32Array<ArrayBuffer>; slotKeys: Uint32Array<ArrayBuffer> } {
  const slotRows = new Uint32Array(1 << bits)
  const slotKeys = new Uint32Array(1 << bits)
  keys.forEach((key, row) => {
    let slot = Math.imul(key, 0x9e3779b1) >>> (32 - bits)
    while (slotRows[slot] !== 0) slot = (slot + 1) & (slotRows.length - 1)
    slotRows[slot] = row + 1
    slotKeys[slot] = key
  })
  return { slotRows, slotKeys }
}

/** Where the bytes of every row begin. A row's first distance counts from −1, so that none is 0. Renames `rowAt` to the placed rows on the way. */
function countBytes(rowAt: Uint32Array, placed: Uint32Array): Uint32Array {
  const bytesOf = new Uint32Array(placed.length + 1)
  const last = new Int32Array(placed.length).fill(-1)
  for (let at = 0; at < rowAt.length; at += 1) {
    const row = placed[rowAt[at]!]!
    rowAt[at] = row
    const distance = at - last[row]!
    last[row] = at
    bytesOf[row + 1]! += distance < 0x80 ? 1 : distance < 0x4000 ? 2 : distance < 0x20_0000 ? 3 : distance < 0x1000_0000 ? 4 : 5
  }
  for (let row = 0; row < placed.length; row += 1) bytesOf[row + 1]! += bytesOf[row]!
  return bytesOf
}

function writeBytes(rowAt: Uint32Array, placed: Uint32Array, bytesOf: Uint32Array): Uint8Array {
  const packed = new Uint8Array(bytesOf[placed.length]!)
  const cursor = bytesOf.slice()
  const last = new Int32Array(placed.length).fill(-1)
  for (let at = 0; at < rowAt.length; at += 1) {
    const row = rowAt[at]!
    let distance = at - last[row]!
    last[row] = at
    let to = cursor[row]!
    while (distance >= 0x80) {
      packed[to] = (distance & 0x7f) | 0x80
      to += 1
      distance >>>= 7
    }
    packed[to] = distance
    cursor[row] = to + 1
  }
  return packed
}
