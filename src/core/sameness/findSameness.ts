import { alignPairs } from '#core/sameness/alignPairs'
import { findCandidates } from '#core/sameness/findCandidates'
import { plainUnits } from '#core/sameness/plainUnits'
import type { SamePair } from '#core/sameness/samePassage'

/**
 * Passages that texts share with each other, edited copies too: pairs with the share of each text and the stretches in both, for showing them
 * side by side. What many texts share (more than five and more than a tenth of them) is boilerplate and starts no match; white space and
 * width do not count. Pairs that share nothing are left out. Most shared first (the larger of the two shares), then in the order of the
 * texts. The order of the texts does not change what is found.
 * @example findSameness([text, text])[0]?.shareOfA // { part: 7649, whole: 7649 }
 */
export function findSameness(texts: readonly string[]): SamePair[] {
  const { pairs, common } = findCandidates(texts.map((text) => plainUnits(text).units))
  return orderPairs(alignPairs({ texts: new Map(texts.map((text, index) => [index, { text, common: common[index]! }])), pairs }))
}

/** Most shared first. */
export function orderPairs(pairs: readonly SamePair[]): SamePair[] {
  const greatest = ({ shareOfA, shareOfB }: SamePair): { part: number; whole: number } => (shareOfA.part * shareOfB.whole >= shareOfB.part * shareOfA.whole ? shareOfA : shareOfB)
  return [...pairs].sort((x, y) => {
    const [p, q] = [greatest(x), greatest(y)]
    return q.part * p.whole - p.part * q.whole || x.a - y.a || x.b - y.b
  })
}
