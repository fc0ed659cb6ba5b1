import { shingleHashes } from '#core/sameness/shingleHashes'
import { firstPlace, makeShingleTable } from '#core/sameness/shingleTable'

/** A run of equal units: [a, a + length) in the one text, [b, b + length) in the other. */
export interface Seed {
  readonly a: number
  readonly b: number
  readonly length: number
}

const seedSize = 6
/** A run that stands oftener in a text is an idiom of its own; it starts no match. */
const mostPlaces = 6

/**
 * All longest runs of at least six equal units in two texts, in the order of b, unless they lie in what is common (stretches of units to be
 * left out, see Candidates). Linear in the texts but for runs that repeat, of which the first six places count.
 */
export function findSeeds(a: Uint16Array, b: Uint16Array, commonA: Uint32Array, commonB: Uint32Array): Seed[] {
  const table = makeShingleTable(a, seedSize)
  const hashes = shingleHashes(b, seedSize)
  const [skipA, skipB] = [markStretches(a.length, commonA), markStretches(b.length, commonB)]
  // Per diagonal, how far in b the last run went: the rest of it is not found again.
  const reached = new Map<number, number>()
  const seeds: Seed[] = []
  for (let at = 0; at < hashes.length; at += 1) {
    if (skipB[at] && skipB[at + seedSize - 1]) continue
    let tried = 0
    for (let place = firstPlace(table, hashes[at]!, b, at); place >= 0 && tried < mostPlaces; place = table.next[place]!) {
      tried += 1
      if (skipA[place] && skipA[place + seedSize - 1]) continue
      const diagonal = place - at
      if ((reached.get(diagonal) ?? -1) > at) continue
      let length = seedSize
      while (place + length < a.length && at + length < b.length && a[place + length] === b[at + length]) length += 1
      reached.set(diagonal, at + length)
      seeds.push({ a: place, b: at, length })
    }
  }
  return seeds
}

function markStretches(length: number, bounds: Uint32Array): Uint8Array {
  const marks = new Uint8Array(length)
  for (let i = 0; i + 1 < bounds.length; i += 2) marks.fill(1, bounds[i]!, bounds[i + 1]!)
  return marks
}
