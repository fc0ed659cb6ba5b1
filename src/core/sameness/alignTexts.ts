import { chainSeeds, type Block } from '#core/sameness/chainSeeds'
import { findSeeds } from '#core/sameness/findSeeds'
import { placeOfUnits, type PlainUnits } from '#core/sameness/plainUnits'
import type { SamePair } from '#core/sameness/samePassage'

/** A passage has at least so many characters in common; one run of boilerplate that escaped the cut has fewer. */
export const leastPassage = 80
/** What lies this close to a passage in both texts belongs to it: sentences that were moved, stretches with more edits. */
const nearby = 500
/** Shorter blocks have to lie closer to be one passage: idioms that two texts share are strewn about. */
const linkFactor = 3
/** How many blocks back and forth a block looks for its neighbours. */
const lookBack = 40
/** A block below this is chance or idiom. */
const leastBlock = 10

/**
 * The passages that two texts share, edited ones too: runs of equal characters (seeds) are chained over edits and extended to both sides, blocks that
 * lie close together in both texts (sentences moved about) make one passage, and passages with at least 80 characters in common are kept.
 * Texts that are wholly equal are one stretch, however short. `common` are units that start no match. Which text comes first makes no
 * difference to what is found.
 * @example alignTexts(x, x).shareOfA // { part: 7649, whole: 7649 }
 */
export function alignTexts(a: PlainUnits, b: PlainUnits, common: { readonly a: Uint32Array; readonly b: Uint32Array } = { a: new Uint32Array(0), b: new Uint32Array(0) }): Omit<SamePair, 'a' | 'b'> {
  const order = compareUnits(a.units, b.units)
  if (order > 0) return turned(alignTexts(b, a, { a: common.b, b: common.a }))
  const blocks = order === 0
    ? [{ fromA: 0, toA: a.units.length, fromB: 0, toB: b.units.length, same: a.units.length }].filter(({ same }) => same > 0)
    : keepPassages(chainSeeds(a.units, b.units, findSeeds(a.units, b.units, common.a, common.b)), common)
  return {
    shareOfA: { part: coveredUnits(blocks.map(({ fromA, toA }) => [fromA, toA])), whole: a.units.length },
    shareOfB: { part: coveredUnits(blocks.map(({ fromB, toB }) => [fromB, toB])), whole: b.units.length },
    stretches: blocks.map((block) => ({ a: placeOfUnits(a, block.fromA, block.toA), b: placeOfUnits(b, block.fromB, block.toB), same: block.same })),
  }
}

/**
 * Groups blocks that lie close together in both texts, closer the shorter they are, and keeps the groups that are passages; what lies near
 * a passage then joins it. Boilerplate in a block does not speak for its group. Blocks come in the order of a.
 */
function keepPassages(blocks: readonly Block[], common: { readonly a: Uint32Array; readonly b: Uint32Array }): Block[] {
  const able = blocks.filter(({ same }) => same >= leastBlock)
  const own = able.map((block) => block.same - Math.max(unitsIn(common.a, block.fromA, block.toA), unitsIn(common.b, block.fromB, block.toB)))
  const group = able.map((_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (group[root] !== root) root = group[root]!
    return root
  }
  able.forEach((block, index) => {
    for (let at = index - 1; at >= 0 && at >= index - lookBack; at -= 1) {
      if (apart(able[at]!, block) <= Math.min(nearby, linkFactor * Math.min(able[at]!.same, block.same))) group[rootOf(at)] = rootOf(index)
    }
  })
  const sums = new Map<number, number>()
  own.forEach((count, index) => sums.set(rootOf(index), (sums.get(rootOf(index)) ?? 0) + (count >= leastBlock ? count : 0)))
  const isPassage = able.map((_, index) => sums.get(rootOf(index))! >= leastPassage)
  const waiting = [...able.keys()].filter((index) => isPassage[index])
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    for (let at = Math.max(0, index - lookBack); at <= Math.min(able.length - 1, index + lookBack); at += 1) {
      if (isPassage[at] || apart(able[at]!, able[index]!) > nearby) continue
      isPassage[at] = true
      waiting.push(at)
    }
  }
  return able.filter((_, index) => isPassage[index])
}

/** How many units of [from, to) lie in the stretches, which are in order. */
function unitsIn(bounds: Uint32Array, from: number, to: number): number {
  let count = 0
  for (let i = 0; i + 1 < bounds.length && bounds[i]! < to; i += 2) count += Math.max(0, Math.min(to, bounds[i + 1]!) - Math.max(from, bounds[i]!))
  return count
}

/** How far two blocks lie apart, in the text in which it is farther. */
function apart(x: Block, y: Block): number {
  return Math.max(0, x.fromA - y.toA, y.fromA - x.toA, x.fromB - y.toB, y.fromB - x.toB)
}

function coveredUnits(spans: readonly (readonly [number, number])[]): number {
  let covered = 0
  let end = 0
  for (const [from, to] of [...spans].sort((x, y) => x[0] - y[0])) {
    covered += Math.max(0, to - Math.max(from, end))
    end = Math.max(end, to)
  }
  return covered
}

/** An order of texts that does not hang on which is called a: shorter first, then by their units. */
function compareUnits(a: Uint16Array, b: Uint16Array): number {
  if (a.length !== b.length) return a.length - b.length
  const at = a.findIndex((unit, index) => unit !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}

function turned({ shareOfA, shareOfB, stretches }: Omit<SamePair, 'a' | 'b'>): Omit<SamePair, 'a' | 'b'> {
  return {
    shareOfA: shareOfB,
    shareOfB: shareOfA,
    stretches: stretches.map(({ a, b, same }) => ({ a: b, b: a, same })).sort((x, y) => x.a.start - y.a.start || x.b.start - y.b.start),
  }
}
