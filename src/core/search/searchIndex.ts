import { matchUnits } from '#core/search/matchUnits'
import { textAtShift, type Postings } from '#core/search/packPostings'
import { packedTexts, type PackedTexts, type TextIndex } from '#core/search/textIndex'

/** A place where the phrase stands, offsets in the original text. */
export interface IndexHit<Id extends string = string> {
  readonly id: Id
  readonly start: number
  readonly end: number
}

export interface IndexAnswer<Id extends string = string> {
  /** In the order in which the texts came, then by place; at most `limit`. */
  readonly hits: readonly IndexHit<Id>[]
  /** All occurrences, and the texts they stand in. */
  readonly total: number
  readonly texts: number
}

interface Growing<Id extends string> {
  readonly hits: IndexHit<Id>[]
  total: number
  texts: number
}

/**
 * Every occurrence of a phrase of one or more characters, overlapping ones too, as they stand but for width and ASCII case (`matchForm`):
 * blanks and line breaks count. Of a phrase's pairs the rarest is looked up and the rest compared in the texts. An empty phrase is nowhere.
 * @example searchIndex(index, '有待', { limit: 50 }) // { hits: […], total: 61, texts: 23 }
 */
export function searchIndex<Id extends string>(index: TextIndex<Id>, phrase: string, { limit }: { readonly limit: number }): IndexAnswer<Id> {
  const fold = matchUnits()
  const units = Array.from({ length: phrase.length }, (_, i) => fold[phrase.charCodeAt(i)]!)
  const answer: Growing<Id> = { hits: [], total: 0, texts: 0 }
  if (units.length === 0) return answer
  for (const segment of index.segments) {
    const texts = packedTexts(segment)
    if (units.length === 1) findUnit(texts, units[0]!, limit, answer)
    else findPhrase(texts, units, limit, answer)
  }
  return answer
}

/** A phrase of two units or more: the positions of its rarest pair, each compared with the text around. */
function findPhrase<Id extends string>({ ids, texts, postings }: PackedTexts<Id>, units: readonly number[], limit: number, answer: Growing<Id>): void {
  const rarest = rarestPair(postings, units)
  if (!rarest) return
  const { starts, packed } = postings
  // A pair is the phrase itself, unless its second unit is the 0 that also ends a text.
  const certain = units.length === 2 && units[1] !== 0
  let text = 0
  let lastText = -1
  let position = -1
  for (let at = rarest.from; at < rarest.to; ) {
    let byte = packed[at]!
    let distance = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      at += 1
      byte = packed[at]!
      distance |= (byte & 0x7f) << shift
    }
    at += 1
    position += distance
    while (starts[text + 1]! <= position) text += 1
    const start = position - starts[text]! - rarest.offset
    if (!certain && !standsAt(texts[text]!, start, units)) continue
    answer.total += 1
    if (text !== lastText) {
      answer.texts += 1
      lastText = text
    }
    if (answer.hits.length < limit) answer.hits.push({ id: ids[text]!, start, end: start + units.length })
  }
}

/** A single unit stands wherever a pair begins with it; the rows of those pairs are read one after another and sorted as far as hits are wanted. */
function findUnit<Id extends string>({ ids, texts, postings }: PackedTexts<Id>, unit: number, limit: number, answer: Growing<Id>): void {
  const { starts, textAt, rowsOf, bytesOf, packed } = postings
  const rows: [number, number] = [rowsOf[unit]!, rowsOf[unit + 1]!]
  if (rows[0] === rows[1]) return
  const wanted = answer.hits.length < limit
  const positions: number[] = []
  const seen = new Uint8Array(texts.length)
  for (let row = rows[0]; row < rows[1]; row += 1) {
    let position = -1
    for (let at = bytesOf[row]!; at < bytesOf[row + 1]!; ) {
      let byte = packed[at]!
      let distance = byte & 0x7f
      for (let shift = 7; byte >= 0x80; shift += 7) {
        at += 1
        byte = packed[at]!
        distance |= (byte & 0x7f) << shift
      }
      at += 1
      position += distance
      let text = textAt[position >>> textAtShift]!
      while (starts[text + 1]! <= position) text += 1
      if (seen[text] === 0) {
        seen[text] = 1
        answer.texts += 1
      }
      answer.total += 1
      if (wanted) positions.push(position)
    }
  }
  if (!wanted) return
  let text = 0
  for (const position of Uint32Array.from(positions).sort()) {
    if (answer.hits.length >= limit) break
    while (starts[text + 1]! <= position) text += 1
    const start = position - starts[text]!
    answer.hits.push({ id: ids[text]!, start, end: start + 1 })
  }
}

/** Bytes of the pair of the phrase that takes the fewest, and where in the phrase it stands; null where one of its pairs is nowhere. */
function rarestPair({ rowsOf, seconds, bytesOf }: Postings, units: readonly number[]): { from: number; to: number; offset: number } | null {
  let rarest: { from: number; to: number; offset: number } | null = null
  for (let offset = 0; offset + 1 < units.length; offset += 1) {
    const first = units[offset]!
    const row = seconds.subarray(rowsOf[first]!, rowsOf[first + 1]!).indexOf(units[offset + 1]!)
    if (row < 0) return null
    const from = bytesOf[rowsOf[first]! + row]!
    const to = bytesOf[rowsOf[first]! + row + 1]!
    if (!rarest || to - from < rarest.to - rarest.from) rarest = { from, to, offset }
  }
  return rarest
}

function standsAt(text: string, start: number, units: readonly number[]): boolean {
  if (start < 0 || start + units.length > text.length) return false
  const fold = matchUnits()
  for (let i = 0; i < units.length; i += 1) if (fold[text.charCodeAt(start + i)] !== units[i]) return false
  return true
}
