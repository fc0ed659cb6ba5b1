import { countPhrase } from '#core/search/countPhrase'
import { eachPlace, makePhrase, type Phrase } from '#core/search/findPhrase'
import { packedTexts, type Segment, type TextIndex } from '#core/search/textIndex'

/** A place where one of the phrases stands, offsets in the original text. */
export interface IndexHit<Id extends string = string> {
  readonly id: Id
  readonly start: number
  readonly end: number
  /** Which of the phrases, from 0. */
  readonly phrase: number
}

export interface IndexAnswer<Id extends string = string> {
  /** Of each phrase how often it stands in which texts, whether or not they hold the others. */
  readonly counts: readonly ReadonlyMap<Id, number>[]
  /** Places of all phrases in the texts that hold every one of them: text by text, then by place; at most `limit`. */
  readonly hits: readonly IndexHit<Id>[]
  /** All such places, listed or not. */
  readonly total: number
}

/**
 * Texts that hold each of some phrases (AND), with exact counts however few places are listed, and the places in `order`: ids as they
 * shall be listed, others left out; absent: as the texts came. What counts as a place is said by `countPhrase`. No phrases: no places.
 * @example searchIndex(index, ['复议', '有待'], { limit: 50 }) // { counts: [Map { 'r1' → 3 }, Map { 'r1' → 1, 'r2' → 4 }], hits: […], total: 4 }
 */
export function searchIndex<Id extends string>(index: TextIndex<Id>, phrases: readonly string[], { limit, order }: { readonly limit: number; readonly order?: Iterable<Id> }): IndexAnswer<Id> {
  const counts = phrases.map((phrase) => countPhrase(index, phrase))
  const hits: IndexHit<Id>[] = []
  let total = 0
  const phrasesOf = new Map<Segment<Id>, readonly Phrase[]>()
  // The texts that hold the first phrase, in the order in which they came.
  for (const id of order ?? counts[0]?.keys() ?? []) {
    if (phrases.length === 0 || counts.some((counted) => !counted.has(id))) continue
    total += counts.reduce((sum, counted) => sum + counted.get(id)!, 0)
    if (hits.length >= limit) continue
    const segment = index.segmentOf.get(id)!
    let wanted = phrasesOf.get(segment)
    if (!wanted) phrasesOf.set(segment, (wanted = phrases.map((phrase) => makePhrase(phrase, packedTexts(segment).postings.byteWeights))))
    for (const hit of placesIn(id, segment.texts.get(id)!, wanted)) if (hits.length < limit) hits.push(hit)
  }
  return { counts, hits, total }
}

function placesIn<Id extends string>(id: Id, text: string, phrases: readonly Phrase[]): IndexHit<Id>[] {
  const places: IndexHit<Id>[] = []
  phrases.forEach((phrase, at) => eachPlace(phrase, text, (start) => places.push({ id, start, end: start + phrase.units.length, phrase: at }) > 0))
  return phrases.length > 1 ? places.sort((a, b) => a.start - b.start || a.phrase - b.phrase) : places
}
