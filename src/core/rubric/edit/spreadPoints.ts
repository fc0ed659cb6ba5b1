import { comparePoints, dividePoints, formatScaled, pointsOf, roundPoints, subtractPoints, sumPoints, multiplyPoints, zeroPoints, type Points } from '#core/points'
import { changeNode } from '#core/rubric/edit/editNodes'
import { nodeAt, type NodePlace } from '#core/rubric/edit/nodePlace'
import type { Rubric, RubricGroup, RubricNode } from '#core/rubric/rubric'

/** Even: the same for each child. Proportional: in the ratio of what they have now. */
export type Spreading = 'even' | 'proportional'

/**
 * Spreads the full points of a group ("" = of the rubric) over its children. Shares are decimals of as few places as do (at most 2,
 * or as many as it takes to leave none without points), half up; the last child takes the rest, so that the sum is exact.
 * Children of children stay as they are.
 * @example 10 over three children, even // 3.33, 3.33, 3.34
 */
export function spreadPoints(rubric: Rubric, place: NodePlace, how: Spreading): Rubric {
  const holder = place === '' ? rubric : nodeAt(rubric, place)
  const children: readonly RubricNode[] | undefined = place === '' ? rubric.groups : holder && 'children' in holder ? holder.children : undefined
  if (!holder || !children || children.length === 0) return rubric
  const shares = sharesOf(pointsOf(holder.full), children.map((child) => (how === 'even' ? pointsOf(1) : pointsOf(child.full))))
  const spread = children.map((child, index) => ({ ...child, full: shares[index] as number }))
  if (place === '') return { ...rubric, groups: spread as readonly RubricGroup[] }
  return changeNode(rubric, place, (node) => ({ ...(node as RubricGroup), children: spread }))
}

/** Sets the full points of a group ("" = of the rubric) to the sum of its children. */
export function sumUpPoints(rubric: Rubric, place: NodePlace): Rubric {
  if (place === '') return { ...rubric, full: sumOf(rubric.groups) }
  return changeNode(rubric, place, (node) => (node.kind === 'group' && node.children.length > 0 ? { ...node, full: sumOf(node.children) } : node))
}

function sumOf(nodes: readonly RubricNode[]): number {
  return numberOf(sumPoints(nodes.map((node) => pointsOf(node.full))), 6)
}

/** The decimals that `total` falls into in the ratio of the weights; together they are exactly `total`. */
export function sharesOf(total: Points, weights: readonly Points[]): number[] {
  const positive = weights.map((weight) => (comparePoints(weight, zeroPoints) > 0 ? weight : zeroPoints))
  const sum = sumPoints(positive)
  if (sum.numerator === 0n) return sharesOf(total, weights.map(() => pointsOf(1)))
  const exact = positive.map((weight) => dividePoints(multiplyPoints(total, weight), sum))
  for (let decimals = 0; ; decimals += 1) {
    const rounded = exact.map((share) => pointsOf(formatScaled(roundPoints(share, decimals), decimals)))
    const last = subtractPoints(total, sumPoints(rounded.slice(0, -1)))
    const isExact = rounded.every((share, index) => comparePoints(share, exact[index] as Points) === 0)
    const leavesNone = [...rounded.slice(0, -1), last].every((share, index) => comparePoints(share, zeroPoints) > 0 || exact[index]!.numerator === 0n)
    if (isExact || (decimals >= 2 && leavesNone) || decimals === 6) return [...rounded.slice(0, -1), last].map((share) => numberOf(share, 9))
  }
}

function numberOf(value: Points, decimals: number): number {
  return Number(formatScaled(roundPoints(value, decimals), decimals))
}
