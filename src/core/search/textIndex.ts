import { packPostings, type Postings } from '#core/search/packPostings'

/**
 * The texts of a project ready for exact search. It changes in place: reports come and go one by one. Texts stay as they are (the index
 * keeps the strings it was given, no copies); their postings are packed in segments of some million characters, so that a change packs
 * one segment anew, at the next search.
 */
export interface TextIndex<Id extends string = string> {
  /** In the order in which the texts came. */
  readonly segments: Segment<Id>[]
  readonly segmentOf: Map<Id, Segment<Id>>
}

export interface Segment<Id extends string = string> {
  readonly texts: Map<Id, string>
  length: number
  /** null = to be packed again. */
  packed: PackedTexts<Id> | null
}

export interface PackedTexts<Id extends string = string> {
  readonly ids: readonly Id[]
  readonly texts: readonly string[]
  readonly postings: Postings
}

/** UTF-16 units of a segment; a longer text has one to itself. */
const segmentLength = 1 << 23

/**
 * Indexes texts by id; of the same id twice, the last one stands.
 * @example searchIndex(buildIndex([['r1', '行政复议32件']]), ['复议'], { limit: 10 }).hits // [{ id: 'r1', start: 2, end: 4, phrase: 0 }]
 */
export function buildIndex<Id extends string>(texts: Iterable<readonly [Id, string]>): TextIndex<Id> {
  const index: TextIndex<Id> = { segments: [], segmentOf: new Map() }
  for (const [id, text] of texts) addText(index, id, text)
  index.segments.forEach(packedTexts)
  return index
}

/** Adds a text, after all others; one with the same id leaves. */
export function addText<Id extends string>(index: TextIndex<Id>, id: Id, text: string): void {
  removeText(index, id)
  let segment = index.segments.at(-1)
  if (!segment || (segment.length > 0 && segment.length + text.length > segmentLength)) {
    segment = { texts: new Map(), length: 0, packed: null }
    index.segments.push(segment)
  }
  segment.texts.set(id, text)
  segment.length += text.length
  segment.packed = null
  index.segmentOf.set(id, segment)
}

/** Takes a text out; nothing happens where there is none. */
export function removeText<Id extends string>(index: TextIndex<Id>, id: Id): void {
  const segment = index.segmentOf.get(id)
  if (!segment) return
  index.segmentOf.delete(id)
  segment.length -= segment.texts.get(id)!.length
  segment.texts.delete(id)
  segment.packed = null
  const at = index.segments.indexOf(segment)
  const next = index.segments[at + 1]
  if (next && segment.length + next.length <= segmentLength) {
    for (const [moved, text] of next.texts) {
      segment.texts.set(moved, text)
      index.segmentOf.set(moved, segment)
    }
    segment.length += next.length
    index.segments.splice(at + 1, 1)
  }
  if (segment.texts.size === 0) index.segments.splice(at, 1)
}

/** The segment as it can be searched; packs it first where something changed. */
export function packedTexts<Id extends string>(segment: Segment<Id>): PackedTexts<Id> {
  if (!segment.packed) {
    const texts = [...segment.texts.values()]
    segment.packed = { ids: [...segment.texts.keys()], texts, postings: packPostings(texts) }
  }
  return segment.packed
}
