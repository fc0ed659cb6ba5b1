import type { Stretch } from '#core/evidence/findAlterations'

/**
 * A paragraph of two versions of a text, UTF-16 offsets. same: word for word, white space aside. moved: the same in another order.
 * changed: what came of it (findAlterations says where). removed, added: nothing in the other version answers to it.
 */
export type VersionPassage =
  | { readonly kind: 'same' | 'moved' | 'changed'; readonly before: Stretch; readonly after: Stretch }
  | { readonly kind: 'removed'; readonly before: Stretch; readonly after: null }
  | { readonly kind: 'added'; readonly before: null; readonly after: Stretch }

interface Paragraph extends Stretch {
  readonly words: string
}

/** From this share of pairs of characters in common on, a paragraph is the other one, changed. */
const leastLikeness = 0.4
/** A pair of characters in more paragraphs than this says nothing about which of them is meant. */
const commonFrom = 40

/**
 * Two versions of a text, paragraph by paragraph, in the order of the newer one, with what was removed where it stood. Paragraphs that occur
 * once in both are matched first (patience), then what stands the same between them, then what was moved, then by likeness, the likest
 * pair first. The work grows with the length of the texts, not with its square.
 * @example compareVersions('甲。\n乙。', '甲。\n丙。').map(({ kind }) => kind) // ['same', 'removed', 'added']
 */
export function compareVersions(before: string, after: string): VersionPassage[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)]
  const partner = new Map<number, { readonly old: number; readonly kind: 'same' | 'moved' | 'changed' }>()
  const taken = new Set<number>()
  const pair = (at: number, from: number, kind: 'same' | 'moved' | 'changed'): void => {
    partner.set(at, { old: from, kind })
    taken.add(from)
  }
  for (const [from, at] of matchInOrder(old, now)) pair(at, from, 'same')
  const isFree = { old: (index: number): boolean => !taken.has(index), now: (index: number): boolean => !partner.has(index) }
  for (const [from, at] of matchMoved(old, now, isFree)) pair(at, from, 'moved')
  for (const [from, at] of matchLike(old, now, isFree)) pair(at, from, 'changed')

  const passages: VersionPassage[] = []
  let next = 0
  const passRemoved = (end: number): void => {
    for (; next < end; next += 1) if (isFree.old(next)) passages.push({ kind: 'removed', before: stretch(old[next]!), after: null })
  }
  now.forEach((paragraph, at) => {
    const matched = partner.get(at)
    if (!matched) {
      // What went stands before what came in its place.
      let end = next
      while (end < old.length && isFree.old(end)) end += 1
      passRemoved(end)
      return void passages.push({ kind: 'added', before: null, after: stretch(paragraph) })
    }
    if (matched.kind !== 'moved') {
      passRemoved(matched.old)
      next = Math.max(next, matched.old + 1)
    }
    passages.push({ kind: matched.kind, before: stretch(old[matched.old]!), after: stretch(paragraph) })
  })
  passRemoved(old.length)
  return passages
}

type Pair = readonly [old: number, now: number]
interface Free {
  readonly old: (index: number) => boolean
  readonly now: (index: number) => boolean
}

function paragraphsOf(text: string): Paragraph[] {
  const found: Paragraph[] = []
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    const line = text.slice(start, end)
    const words = line.replace(/\s/g, '')
    if (words !== '') found.push({ start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length, words })
    start = end + 1
  }
  return found
}

function stretch({ start, end }: Paragraph): Stretch {
  return { start, end }
}

/** Equal paragraphs in one order: those that occur once in both carry the order, equal neighbours join them. */
function matchInOrder(old: readonly Paragraph[], now: readonly Paragraph[]): Pair[] {
  const [places, counts] = [placesOf(old), placesOf(now)]
  const anchors = now.flatMap(({ words }, at): Pair[] => {
    const from = places.get(words)
    return from?.length === 1 && counts.get(words)?.length === 1 ? [[from[0]!, at]] : []
  })
  const pairs: Pair[] = []
  let [nextOld, nextNow] = [0, 0]
  const isSame = (from: number, at: number): boolean => old[from]!.words === now[at]!.words
  for (const [toOld, toNow] of [...longestRising(anchors), [old.length, now.length] as const]) {
    while (nextOld < toOld && nextNow < toNow && isSame(nextOld, nextNow)) pairs.push([nextOld++, nextNow++])
    const backwards: Pair[] = []
    let [lastOld, lastNow] = [toOld - 1, toNow - 1]
    while (lastOld >= nextOld && lastNow >= nextNow && isSame(lastOld, lastNow)) backwards.push([lastOld--, lastNow--])
    pairs.push(...backwards.reverse())
    if (toOld < old.length && toNow < now.length) pairs.push([toOld, toNow])
    nextOld = toOld + 1
    nextNow = toNow + 1
  }
  return pairs
}

/** What stands word for word elsewhere, the first for the first. */
function matchMoved(old: readonly Paragraph[], now: readonly Paragraph[], isFree: Free): Pair[] {
  const places = placesOf(old, isFree.old)
  return now.flatMap(({ words }, at): Pair[] => {
    const from = isFree.now(at) ? places.get(words)?.shift() : undefined
    return from === undefined ? [] : [[from, at]]
  })
}

function matchLike(old: readonly Paragraph[], now: readonly Paragraph[], isFree: Free): Pair[] {
  const postings = new Map<string, number[]>()
  const pairsOfOld = old.map(({ words }, index) => (isFree.old(index) ? bigrams(words) : new Set<string>()))
  pairsOfOld.forEach((grams, index) => {
    for (const gram of grams) {
      const list = postings.get(gram)
      if (list) list.push(index)
      else postings.set(gram, [index])
    }
  })
  const candidates = now.flatMap(({ words }, at) => {
    if (!isFree.now(at)) return []
    const grams = bigrams(words)
    const shared = new Map<number, number>()
    for (const gram of grams) {
      const list = postings.get(gram)
      if (list && list.length < commonFrom) for (const from of list) shared.set(from, (shared.get(from) ?? 0) + 1)
    }
    return [...shared].map(([from, count]) => ({ from, at, likeness: (2 * count) / (grams.size + pairsOfOld[from]!.size) }))
  })
  const pairs: Pair[] = []
  const [usedOld, usedNow] = [new Set<number>(), new Set<number>()]
  const apart = ({ from, at }: { readonly from: number; readonly at: number }): number => Math.abs(from * now.length - at * old.length)
  for (const candidate of candidates.filter(({ likeness }) => likeness >= leastLikeness).sort((x, y) => y.likeness - x.likeness || apart(x) - apart(y) || x.at - y.at)) {
    if (usedOld.has(candidate.from) || usedNow.has(candidate.at)) continue
    usedOld.add(candidate.from)
    usedNow.add(candidate.at)
    pairs.push([candidate.from, candidate.at])
  }
  return pairs
}

function bigrams(words: string): Set<string> {
  const grams = new Set<string>()
  for (let at = 0; at + 1 < words.length; at += 1) grams.add(words.slice(at, at + 2))
  return grams
}

function placesOf(paragraphs: readonly Paragraph[], isWanted: (index: number) => boolean = () => true): Map<string, number[]> {
  const places = new Map<string, number[]>()
  paragraphs.forEach(({ words }, index) => {
    if (!isWanted(index)) return
    const list = places.get(words)
    if (list) list.push(index)
    else places.set(words, [index])
  })
  return places
}

/** The longest row of pairs that rise in both; they come in the order of the second. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const before: number[] = []
  pairs.forEach(([from], index) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[ends[middle]!]![0] < from) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? ends[low - 1]! : -1
    ends[low] = index
  })
  const row: Pair[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at]!) row.push(pairs[at]!)
  return row.reverse()
}
