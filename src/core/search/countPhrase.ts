import { eachPlace, makePhrase, type Phrase } from '#core/search/findPhrase'
import { decodeRow, type Postings } from '#core/search/packPostings'
import { packedTexts, type PackedTexts, type TextIndex } from '#core/search/textIndex'

/** Texts of a segment that hold the phrase, or may hold it where counts are null: then reading them tells. */
interface Candidates {
  readonly texts: Uint32Array
  readonly counts: Uint32Array | null
}

/**
 * How often a phrase of one or more characters stands in which texts, overlapping places too, as they stand but for width and ASCII case
 * (`matchForm`): blanks and line breaks count. One and two characters are counted by the index alone; for longer phrases the texts that
 * hold all their pairs are read. Texts without it are left out; an empty phrase is nowhere.
 * @example countPhrase(buildIndex([['r1', '复议32件'], ['r2', '诉讼']]), '复议') // Map { 'r1' → 1 }
 */
export function countPhrase<Id extends string>(index: TextIndex<Id>, phrase: string): Map<Id, number> {
  const counted = new Map<Id, number>()
  if (phrase === '') return counted
  for (const segment of index.segments) {
    const packed = packedTexts(segment)
    const wanted = makePhrase(phrase, packed.postings.byteWeights)
    const { texts, counts } = findCandidates(packed, wanted)
    texts.forEach((text, i) => {
      const count = counts ? counts[i]! : countPlaces(wanted, packed.texts[text]!)
      if (count > 0) counted.set(packed.ids[text]!, count)
    })
  }
  return counted
}

function countPlaces(phrase: Phrase, text: string): number {
  let count = 0
  eachPlace(phrase, text, () => {
    count += 1
    return true
  })
  return count
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
