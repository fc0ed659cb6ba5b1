import { eachPlace, makePhrase, type Phrase } from '#core/search/findPhrase'
import { decodeRow, type Postings } from '#core/search/packPostings'
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

/** Texts of a segment that hold the phrase, or may hold it where counts are null: then reading them tells. */
interface Candidates {
  readonly texts: Uint32Array
  readonly counts: Uint32Array | null
}

/**
 * Every occurrence of a phrase of one or more characters, overlapping ones too, as they stand but for width and ASCII case (`matchForm`):
 * blanks and line breaks count. One and two characters are counted by the index alone; for longer phrases the texts that hold all their
 * pairs are read. An empty phrase is nowhere.
 * @example searchIndex(index, '有待', { limit: 50 }) // { hits: […], total: 61, texts: 23 }
 */
export function searchIndex<Id extends string>(index: TextIndex<Id>, phrase: string, { limit }: { readonly limit: number }): IndexAnswer<Id> {
  const hits: IndexHit<Id>[] = []
  let total = 0
  let texts = 0
  if (phrase === '') return { hits, total, texts }
  for (const segment of index.segments) {
    const packed = packedTexts(segment)
    const wanted = makePhrase(phrase, packed.postings.byteWeights)
    const candidates = findCandidates(packed, wanted)
    candidates.texts.forEach((text, i) => {
      const known = candidates.counts?.[i]
      let count = known ?? 0
      if (known === undefined || hits.length < limit) {
        eachPlace(wanted, packed.texts[text]!, (start) => {
          if (known === undefined) count += 1
          if (hits.length < limit) hits.push({ id: packed.ids[text]!, start, end: start + phrase.length })
          return known === undefined || hits.length < limit
        })
      }
      total += count
      if (count > 0) texts += 1
    })
  }
  return { hits, total, texts }
}

function findCandidates<Id extends string>({ texts, postings }: PackedTexts<Id>, { units }: Phrase): Candidates {
  if (units.length === 1) return countUnit(postings, units[0]!, texts.length)
  const rows = rowsOfPairs(postings, units)
  if (!rows) return { texts: new Uint32Array(0), counts: null }
  const shared = new Uint32Array(texts.length)
  const counts = new Uint32Array(texts.length)
  let found = decodeRow(postings, rows[0]!, shared, counts)
  // A pair is the phrase itself, unless its second unit is the 0 that also ends a text.
  if (units.length === 2 && units[1] !== 0) return { texts: shared.subarray(0, found), counts: counts.subarray(0, found) }
  const others = new Uint32Array(texts.length)
  for (const row of rows.slice(1)) found = keepShared(shared, found, others, decodeRow(postings, row, others, counts))
  return { texts: shared.subarray(0, found), counts: null }
}

/** A single unit stands wherever a pair begins with it: counts of all those rows, text by text. */
function countUnit(postings: Postings, unit: number, textCount: number): Candidates {
  const sums = new Uint32Array(textCount)
  const texts = new Uint32Array(textCount)
  const counts = new Uint32Array(textCount)
  for (let row = postings.rowsOf[unit]!; row < postings.rowsOf[unit + 1]!; row += 1) {
    const found = decodeRow(postings, row, texts, counts)
    for (let i = 0; i < found; i += 1) sums[texts[i]!]! += counts[i]!
  }
  let found = 0
  sums.forEach((sum, text) => {
    if (sum === 0) return
    texts[found] = text
    counts[found] = sum
    found += 1
  })
  return { texts: texts.subarray(0, found), counts: counts.subarray(0, found) }
}

/** Rows of the pairs of a phrase, the shortest first; null where one of them is nowhere. */
function rowsOfPairs({ rowsOf, seconds, bytesOf }: Postings, units: readonly number[]): number[] | null {
  const rows = new Set<number>()
  for (let i = 0; i + 1 < units.length; i += 1) {
    const first = units[i]!
    const row = seconds.subarray(rowsOf[first]!, rowsOf[first + 1]!).indexOf(units[i + 1]!)
    if (row < 0) return null
    rows.add(rowsOf[first]! + row)
  }
  const sizeOf = (row: number): number => bytesOf[row + 1]! - bytesOf[row]!
  return [...rows].sort((a, b) => sizeOf(a) - sizeOf(b) || a - b)
}

/** Keeps of the first `count` numbers of a rising list those that are among the first `otherCount` of another; answers how many. */
function keepShared(list: Uint32Array, count: number, other: Uint32Array, otherCount: number): number {
  let kept = 0
  let at = 0
  for (let i = 0; i < count; i += 1) {
    const text = list[i]!
    while (at < otherCount && other[at]! < text) at += 1
    if (at < otherCount && other[at] === text) {
      list[kept] = text
      kept += 1
    }
  }
  return kept
}
