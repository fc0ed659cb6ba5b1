import { shingleHashes } from '#core/sameness/shingleHashes'

/** Units of a run by which copies are looked for; edits of a fifth of the characters leave enough runs of it. */
export const shingleSize = 8
/** Places are told apart by buckets of 128 units: a copied passage gathers its runs in one or two of them. */
const bucketBits = 7
const bucketCount = 2 ** 13
const textCountLimit = 2 ** 13
/** Runs of which so many lie close together make two texts worth aligning. */
const leastVotes = 3
/** Words between two common runs that differ from report to report belong to the formula (name of the place, year). */
const commonBridge = 8

export interface Candidates {
  /** Pairs of indexes, a < b, in order. */
  readonly pairs: readonly (readonly [number, number])[]
  /** For each text the stretches (units, [from, to) one after the other) that many texts share: boilerplate, which starts no match. */
  readonly common: readonly Uint32Array[]
}

/**
 * Which texts may share a passage, and what is boilerplate. Runs of eight units that stand in more than the cut of texts are common: more than
 * five texts and more than a tenth of them, at most forty. The others vote for the pairs they stand in, by place. With many texts only a
 * sample of the runs is read, the same in every text; a common stretch is filled in between its samples. Identical texts are one to the cut.
 */
export function findCandidates(texts: readonly Uint16Array[]): Candidates {
  if (texts.length > textCountLimit) throw new Error('too many texts to compare')
  const total = texts.reduce((sum, units) => sum + units.length, 0)
  const sampling = total <= 4_000_000 ? 1 : total <= 16_000_000 ? 4 : 8
  const originals = firstOfEqual(texts)
  const { keys, length } = collectKeys(texts, originals, sampling)
  const distinct = new Set(originals).size
  const cut = Math.min(40, Math.max(5, Math.floor(distinct / 10)))
  const commonHashes = new Set<number>()
  const votes: number[] = []
  const holders: number[] = []
  for (let from = 0; from < length; ) {
    const hash = Math.floor(keys[from]! / keyPlaces)
    holders.length = 0
    let to = from
    for (let last = -1; to < length && Math.floor(keys[to]! / keyPlaces) === hash; to += 1) {
      const text = Math.floor((keys[to]! % keyPlaces) / bucketCount)
      if (text !== last) holders.push(to)
      last = text
    }
    if (holders.length > cut) commonHashes.add(hash)
    else if (holders.length > 1) castVotes(keys, holders, votes)
    from = to
  }
  const pairs = withCopies(countVotes(votes), originals)
  return {
    pairs: [...pairs].sort((x, y) => x - y).map((pair) => [Math.floor(pair / textCountLimit), pair % textCountLimit] as const),
    common: texts.map((units) => commonStretches(units, commonHashes, sampling)),
  }
}

const keyPlaces = textCountLimit * bucketCount

/** One number a run: 27 bits of hash, then text, then bucket; sorted, so that equal runs lie together. */
function collectKeys(texts: readonly Uint16Array[], originals: readonly number[], sampling: number): { keys: Float64Array; length: number } {
  const keys = new Float64Array(texts.reduce((sum, units) => sum + units.length, 0))
  let length = 0
  texts.forEach((units, text) => {
    if (originals[text] !== text) return
    const hashes = shingleHashes(units, shingleSize)
    for (let at = 0; at < hashes.length; at += 1) {
      if (sampling > 1 && hashes[at]! % sampling !== 0) continue
      keys[length] = (hashes[at]! >>> 5) * keyPlaces + text * bucketCount + Math.min(bucketCount - 1, at >>> bucketBits)
      length += 1
    }
  })
  keys.subarray(0, length).sort()
  return { keys, length }
}

function castVotes(keys: Float64Array, holders: readonly number[], votes: number[]): void {
  for (let i = 0; i < holders.length; i += 1) {
    const first = keys[holders[i]!]! % keyPlaces
    const a = Math.floor(first / bucketCount)
    for (let j = i + 1; j < holders.length; j += 1) {
      const b = Math.floor((keys[holders[j]!]! % keyPlaces) / bucketCount)
      votes.push((a * textCountLimit + b) * bucketCount + (first % bucketCount))
    }
  }
}

/** Pairs that have enough votes in one bucket of the first text and the next. */
function countVotes(votes: readonly number[]): Set<number> {
  const sorted = Float64Array.from(votes).sort()
  const pairs = new Set<number>()
  let previous = -2
  let previousCount = 0
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1
    const key = sorted[from]!
    const count = to - from
    const near = key === previous + 1 && key % bucketCount !== 0 ? previousCount : 0
    if (count + near >= leastVotes) pairs.add(Math.floor(key / bucketCount))
    previous = key
    previousCount = count
    from = to
  }
  return pairs
}

/** Texts that are wholly equal share everything with each other, and with others what the first of them shares. */
function withCopies(voted: ReadonlySet<number>, originals: readonly number[]): Set<number> {
  const equal = new Map<number, number[]>()
  originals.forEach((original, index) => equal.set(original, [...(equal.get(original) ?? []), index]))
  const pairs = new Set<number>()
  const add = (a: number, b: number): Set<number> => pairs.add(Math.min(a, b) * textCountLimit + Math.max(a, b))
  for (const pair of voted) {
    for (const a of equal.get(Math.floor(pair / textCountLimit))!) for (const b of equal.get(pair % textCountLimit)!) add(a, b)
  }
  for (const group of equal.values()) for (const a of group) for (const b of group) if (a < b) add(a, b)
  return pairs
}

/** For each text the index of the first that is equal to it. */
function firstOfEqual(texts: readonly Uint16Array[]): number[] {
  const seen = new Map<string, number>()
  return texts.map((units, index) => {
    const key = String.fromCharCode(...units.subarray(0, 64)) + units.length
    const candidate = seen.get(key)
    if (candidate === undefined) seen.set(key, index)
    return candidate !== undefined && texts[candidate]!.every((unit, at) => unit === units[at]) ? candidate : index
  })
}

function commonStretches(units: Uint16Array, commonHashes: ReadonlySet<number>, sampling: number): Uint32Array {
  if (commonHashes.size === 0) return new Uint32Array(0)
  const hashes = shingleHashes(units, shingleSize)
  const bridge = commonBridge + (sampling === 1 ? 0 : sampling * 2)
  const bounds: number[] = []
  for (let at = 0; at < hashes.length; at += 1) {
    if ((sampling > 1 && hashes[at]! % sampling !== 0) || !commonHashes.has(hashes[at]! >>> 5)) continue
    const end = bounds.at(-1)
    if (end !== undefined && at <= end + bridge) bounds[bounds.length - 1] = at + shingleSize
    else bounds.push(at, at + shingleSize)
  }
  return Uint32Array.from(bounds)
}
