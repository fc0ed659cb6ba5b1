import type { Seed } from '#core/sameness/findSeeds'

/** A stretch of units in both texts, with how many of them are the same. */
export interface Block {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
  readonly same: number
}

/** Edits may leave so many units between two runs, and so many may have come in or gone out between them. */
const mostGap = 60
const mostDrift = 16
/** How many seeds back a seed looks for the one it goes on from: keeps the work linear. */
const lookBack = 64
/** Share of the longer side that has to be the same: edits of a fifth leave 0.8, chance in Chinese text 0.2 to 0.3. */
const leastIdentity = { numerator: 11, denominator: 20 }

/**
 * Joins runs that follow each other in both texts into blocks and counts what is the same in them, gaps included. Each seed goes on from the
 * seed that makes the longest chain; of chains that overlap the longer stays. Blocks less than 55 % the same are dropped.
 * Seeds come in the order of b. In the order of a.
 */
export function chainSeeds(a: Uint16Array, b: Uint16Array, seeds: readonly Seed[]): Block[] {
  const score = new Float64Array(seeds.length)
  const from = new Int32Array(seeds.length).fill(-1)
  seeds.forEach((seed, index) => {
    score[index] = seed.length
    for (let other = index - 1; other >= Math.max(0, index - lookBack); other -= 1) {
      const before = seeds[other]!
      const gapA = seed.a - (before.a + before.length)
      const gapB = seed.b - (before.b + before.length)
      if (gapA > mostGap || gapB > mostGap || seed.a <= before.a || seed.a + seed.length <= before.a + before.length || seed.b + seed.length <= before.b + before.length) continue
      const drift = Math.abs(gapA - gapB)
      if (drift > mostDrift) continue
      const overlap = Math.max(0, -gapA, -gapB)
      const candidate = score[other]! + seed.length - overlap - drift / 4 - Math.max(0, gapA, gapB) / 16
      if (candidate > score[index]!) {
        score[index] = candidate
        from[index] = other
      }
    }
  })
  const taken = new Uint8Array(seeds.length)
  const order = [...seeds.keys()].sort((x, y) => score[y]! - score[x]! || x - y)
  const blocks: Block[] = []
  for (const last of order) {
    const chain: Seed[] = []
    for (let at = last; at >= 0 && !taken[at]; at = from[at]!) {
      taken[at] = 1
      chain.unshift(seeds[at]!)
    }
    if (chain.length > 0) blocks.push(extend(a, b, measure(a, b, chain)))
  }
  return dropOverlaps(blocks).sort((x, y) => x.fromA - y.fromA || x.fromB - y.fromB)
}

function measure(a: Uint16Array, b: Uint16Array, chain: readonly Seed[]): Block {
  const first = chain[0]!
  let same = first.length
  let endA = first.a + first.length
  let endB = first.b + first.length
  for (const seed of chain.slice(1)) {
    const overlap = Math.max(0, endA - seed.a, endB - seed.b)
    if (overlap >= seed.length) continue
    same += commonUnits(a, endA, seed.a + overlap, b, endB, seed.b + overlap) + seed.length - overlap
    endA = seed.a + seed.length
    endB = seed.b + seed.length
  }
  return { fromA: first.a, toA: endA, fromB: first.b, toB: endB, same }
}

/** Length of the longest common subsequence of two short stretches. */
function commonUnits(a: Uint16Array, fromA: number, toA: number, b: Uint16Array, fromB: number, toB: number): number {
  const width = toB - fromB
  if (width <= 0 || toA <= fromA) return 0
  const row = new Uint16Array(width + 1)
  for (let i = fromA; i < toA; i += 1) {
    let diagonal = 0
    for (let j = 1; j <= width; j += 1) {
      const above = row[j]!
      row[j] = a[i] === b[fromB + j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]!)
      diagonal = above
    }
  }
  return row[width]!
}

function extend(a: Uint16Array, b: Uint16Array, block: Block): Block {
  const right = reach(a, b, block.toA, block.toB, 1)
  const left = reach(a, b, block.fromA - 1, block.fromB - 1, -1)
  return { fromA: block.fromA - left.a, toA: block.toA + right.a, fromB: block.fromB - left.b, toB: block.toB + right.b, same: block.same + left.same + right.same }
}

const band = 6
const drop = 8
const farthest = 120

/**
 * How far a block goes on from here in one direction: alignment in a narrow band, +1 for an equal unit, −1 for an edit, given up when it falls
 * eight below its best; the best place counts.
 */
function reach(a: Uint16Array, b: Uint16Array, fromA: number, fromB: number, step: 1 | -1): { a: number; b: number; same: number } {
  const width = 2 * band + 1
  let scores = new Int32Array(width).fill(-1000)
  let sames = new Int32Array(width)
  for (let k = band; k < width; k += 1) scores[k] = band - k
  let best = { score: 0, a: 0, b: 0, same: 0 }
  for (let i = 1; i <= farthest; i += 1) {
    const atA = fromA + (i - 1) * step
    if (atA < 0 || atA >= a.length) break
    const nextScores = new Int32Array(width).fill(-1000)
    const nextSames = new Int32Array(width)
    let rowBest = -1000
    for (let k = 0; k < width; k += 1) {
      const j = i + k - band
      const atB = fromB + (j - 1) * step
      if (j < 0 || (j > 0 && (atB < 0 || atB >= b.length))) continue
      const isEqual = j > 0 && a[atA] === b[atB]
      let score = j > 0 ? scores[k]! + (isEqual ? 1 : -1) : -1000
      let same = sames[k]! + (isEqual ? 1 : 0)
      if (k + 1 < width && scores[k + 1]! - 1 > score) {
        score = scores[k + 1]! - 1
        same = sames[k + 1]!
      }
      if (k > 0 && nextScores[k - 1]! - 1 > score) {
        score = nextScores[k - 1]! - 1
        same = nextSames[k - 1]!
      }
      nextScores[k] = score
      nextSames[k] = same
      rowBest = Math.max(rowBest, score)
      if (score > best.score) best = { score, a: i, b: j, same }
    }
    if (rowBest < best.score - drop) break
    scores = nextScores
    sames = nextSames
  }
  return best
}

/** Of blocks that lie in each other in both texts, the one with more the same; and none that is too little the same. */
function dropOverlaps(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  for (const block of [...blocks].sort((x, y) => y.same - x.same || x.fromA - y.fromA || x.fromB - y.fromB)) {
    const longer = Math.max(block.toA - block.fromA, block.toB - block.fromB)
    if (block.same * leastIdentity.denominator < longer * leastIdentity.numerator) continue
    const isCovered = kept.some((other) => within(block.fromA, block.toA, other.fromA, other.toA) && within(block.fromB, block.toB, other.fromB, other.toB))
    if (!isCovered) kept.push(block)
  }
  return kept
}

/** Whether most of [from, to) lies in [low, high). */
function within(from: number, to: number, low: number, high: number): boolean {
  return (Math.min(to, high) - Math.max(from, low)) * 2 > to - from
}
