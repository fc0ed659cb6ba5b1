import { matchUnits } from '#core/search/matchUnits'

/**
 * In which of some texts every pair of neighbouring units stands, and how often. A row per pair; in it for every text its distance from
 * the text before and the count, in bytes (see `decodeRow`). Pairs with the same first unit lie together; the last unit of a text pairs
 * with 0, so that every unit is the first of one pair.
 */
export interface Postings {
  /** Rows of the pairs whose first unit is u: from `rowsOf[u]` to `rowsOf[u + 1]`. */
  readonly rowsOf: Uint32Array
  /** Second unit of each row's pair. */
  readonly seconds: Uint16Array
  /** Bytes of row r: from `bytesOf[r]` to `bytesOf[r + 1]`. */
  readonly bytesOf: Uint32Array
  readonly packed: Uint8Array
  /** How common every value of a byte is in the texts' units, roughly: by the size of the rows. */
  readonly byteWeights: Float64Array
}

/** From this count on it is written apart. */
const many = 4

/** What is met text by text. Rows are numbered as their pairs are met, which keeps the common ones close together. */
interface PairLog {
  /** The pair of every row, first unit in the high half. */
  readonly keys: Uint32Array
  /** How many bytes every row will take. */
  readonly sizes: Uint32Array
  /** The rows of each text in turn, each with how often. */
  readonly rows: Uint32Array
  readonly counts: Uint32Array
  /** Where each text begins in `rows` and `counts`, and where the last one ends. */
  readonly starts: Uint32Array
}

/** Packs the postings of texts, folded by `matchForm`: pairs are counted text by text, then written where they belong. */
export function packPostings(texts: readonly string[]): Postings {
  const log = countPairs(texts)
  const { rowsOf, placed } = placeRows(log.keys)
  const seconds = new Uint16Array(placed.length)
  const bytesOf = new Uint32Array(placed.length + 1)
  placed.forEach((place, row) => {
    seconds[place] = log.keys[row]! & 0xffff
    bytesOf[place + 1] = log.sizes[row]!
  })
  for (let row = 0; row < placed.length; row += 1) bytesOf[row + 1]! += bytesOf[row]!
  return { rowsOf, seconds, bytesOf, packed: writeRows(log, placed, bytesOf), byteWeights: weighBytes(rowsOf, bytesOf) }
}

/**
 * Reads a row into `texts` (indexes, rising) and `counts`; answers how many there are. A posting is four times the number of texts passed
 * over since the one before, plus the count less one; a count of 4 or more adds 3 and what is above 4 follows. Numbers take 7 bits a
 * byte, the last byte is below 128. Most postings take one byte, since most pairs stand in a text less than four times.
 */
export function decodeRow({ bytesOf, packed }: Postings, row: number, texts: Uint32Array, counts: Uint32Array): number {
  const end = bytesOf[row + 1]!
  let found = 0
  let text = -1
  for (let at = bytesOf[row]!; at < end; found += 1) {
    let byte = packed[at++]!
    let value = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = packed[at++]!
      value |= (byte & 0x7f) << shift
    }
    let count = (value & 3) + 1
    if (count === many) {
      byte = packed[at++]!
      let more = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = packed[at++]!
        more |= (byte & 0x7f) << shift
      }
      count += more
    }
    text += (value >>> 2) + 1
    texts[found] = text
    counts[found] = count
  }
  return found
}

/** The rows met so far: `slots` finds them by their pair (row plus one, 0 = free; open addressing, at most half full). */
interface PairTable {
  slots: Uint32Array
  keys: Uint32Array
  /** How often a row was met in the present text. */
  tally: Uint32Array
  /** The last text that a row was met in, plus one, and the bytes it takes up to there. */
  texts: Uint32Array
  sizes: Uint32Array
  rowCount: number
}

function countPairs(texts: readonly string[]): PairLog {
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const none = new Uint32Array(0)
  const table: PairTable = { slots: none, keys: none, tally: none, texts: none, sizes: none, rowCount: 0 }
  // As long as it can get; pages that are never written take no memory.
  const log = { rows: new Uint32Array(length + 1), counts: new Uint32Array(length), starts: new Uint32Array(texts.length + 1) }
  for (let text = 0; text < texts.length; text += 1) {
    // There is room for every pair of the text to be new, so that counting need not look.
    makeRoom(table, table.rowCount + texts[text]!.length)
    const begin = log.starts[text]!
    const end = countText(texts[text]!, table, log.rows, begin)
    settleText(table, log, { text, begin, end })
    log.starts[text + 1] = end
  }
  return { ...log, keys: table.keys.subarray(0, table.rowCount), sizes: table.sizes.subarray(0, table.rowCount) }
}

/**
 * Tallies the pairs of a text and logs their rows from `begin`; answers where they end. The innermost loop of all: nothing but local
 * arrays, and no branch on whether a row is new to the text, which nobody could predict.
 */
function countText(text: string, table: PairTable, rows: Uint32Array, begin: number): number {
  const fold = matchUnits()
  const { slots, keys, tally } = table
  const mask = slots.length - 1
  const shift = Math.clz32(mask)
  let rowCount = table.rowCount
  let end = begin
  let second = text.length > 0 ? fold[text.charCodeAt(0)]! : 0
  for (let i = 1; i <= text.length; i += 1) {
    const first = second
    second = i < text.length ? fold[text.charCodeAt(i)]! : 0
    const key = ((first << 16) | second) >>> 0
    let slot = Math.imul(key, 0x9e3779b1) >>> shift
    let row = slots[slot]! - 1
    while (row >= 0 && keys[row] !== key) {
      slot = (slot + 1) & mask
      row = slots[slot]! - 1
    }
    if (row < 0) {
      row = rowCount
      rowCount += 1
      slots[slot] = rowCount
      keys[row] = key
    }
    const before = tally[row]!
    tally[row] = before + 1
    rows[end] = row
    end += (before - 1) >>> 31
  }
  table.rowCount = rowCount
  return end
}

/** Moves the tallies of a text to the log and adds the bytes that it will take in its rows. */
function settleText(table: PairTable, { rows, counts }: Pick<PairLog, 'rows' | 'counts'>, { text, begin, end }: { readonly text: number; readonly begin: number; readonly end: number }): void {
  const { tally, texts, sizes } = table
  for (let at = begin; at < end; at += 1) {
    const row = rows[at]!
    const count = tally[row]!
    counts[at] = count
    tally[row] = 0
    sizes[row]! += sizeOf((text - texts[row]!) * 4 + 3) + (count >= many ? sizeOf(count - many) : 0)
    texts[row] = text + 1
  }
}

function makeRoom(table: PairTable, rowCount: number): void {
  if (rowCount * 2 <= table.slots.length) return
  const size = Math.max(1024, 2 ** Math.ceil(Math.log2(rowCount * 2)))
  for (const column of ['keys', 'tally', 'texts', 'sizes'] as const) {
    const longer = new Uint32Array(size >>> 1)
    longer.set(table[column])
    table[column] = longer
  }
  table.slots = new Uint32Array(size)
  const shift = Math.clz32(size - 1)
  for (let row = 0; row < table.rowCount; row += 1) {
    let slot = Math.imul(table.keys[row]!, 0x9e3779b1) >>> shift
    while (table.slots[slot] !== 0) slot = (slot + 1) & (size - 1)
    table.slots[slot] = row + 1
  }
}

/** The place of every row among those with the same first unit; with it they keep the order in which they were met. */
function placeRows(keys: Uint32Array): { readonly rowsOf: Uint32Array; readonly placed: Uint32Array } {
  const rowsOf = new Uint32Array(0x10001)
  for (const key of keys) rowsOf[(key >>> 16) + 1]! += 1
  for (let unit = 0; unit < 0x10000; unit += 1) rowsOf[unit + 1]! += rowsOf[unit]!
  const next = rowsOf.slice()
  return { rowsOf, placed: keys.map((key) => next[key >>> 16]!++) }
}

function weighBytes(rowsOf: Uint32Array, bytesOf: Uint32Array): Float64Array {
  const weights = new Float64Array(256)
  for (let unit = 0; unit < 0x10000; unit += 1) {
    const size = bytesOf[rowsOf[unit + 1]!]! - bytesOf[rowsOf[unit]!]!
    weights[unit & 0xff]! += size
    weights[unit >>> 8]! += size
  }
  return weights
}

function writeRows({ rows, counts, starts }: PairLog, placed: Uint32Array, bytesOf: Uint32Array): Uint8Array {
  const packed = new Uint8Array(bytesOf[placed.length]!)
  const cursor = placed.map((place) => bytesOf[place]!)
  const texts = new Uint32Array(placed.length)
  for (let text = 1; text < starts.length; text += 1) {
    const end = starts[text]!
    for (let at = starts[text - 1]!; at < end; at += 1) {
      const row = rows[at]!
      const count = counts[at]!
      const passed = (text - texts[row]! - 1) * 4
      texts[row] = text
      if (count < many && passed < 0x80) {
        packed[cursor[row]!++] = passed + count - 1
      } else {
        const to = write(packed, cursor[row]!, passed + Math.min(count, many) - 1)
        cursor[row] = count >= many ? write(packed, to, count - many) : to
      }
    }
  }
  return packed
}

function sizeOf(value: number): number {
  return value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x20_0000 ? 3 : value < 0x1000_0000 ? 4 : 5
}

function write(packed: Uint8Array, from: number, value: number): number {
  let at = from
  for (let left = value; ; left >>>= 7) {
    if (left < 0x80) {
      packed[at] = left
      return at + 1
    }
    packed[at] = (left & 0x7f) | 0x80
    at += 1
  }
}
