import { comparePoints, equalPoints, pointsOf, sumPoints, writeExact, type Points } from '#core/points'
import { bodyOf, variantFor } from '#core/rubric/bodyOf'
import { flattenItems } from '#core/rubric/flattenItems'
import { locateNodes } from '#core/rubric/locateNodes'
import type { Rubric, RubricNode, UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { BodyType, SoundnessProblem } from '#core/rubric/rubricProblem'

/**
 * Do siblings add up (METHOD §5.1, §6A.10)? In points: to the full points of their parent. In weights: to 100, all of them or none.
 * An empty list is its own problem and has no sum.
 */
export function checkShares(rubric: Rubric, problems: SoundnessProblem[]): void {
  for (const family of familiesOf(rubric)) {
    const weighted = family.children.filter((child) => child.weight !== undefined)
    if (weighted.length > 0 && weighted.length < family.children.length) problems.push({ kind: 'weights-mixed', path: family.list })
    else problems.push(...shareProblems(family, null))
    weighted.forEach((child) => {
      if ((child.weight as number) <= 0) problems.push({ kind: 'not-positive', path: `${family.list}[${family.children.indexOf(child)}].weight`, found: writeExact(pointsOf(child.weight as number)) })
    })
  }
}

/**
 * The same for every kind of body for which a variant has other full marks or another weight. Items that do not apply are counted
 * with their own: the N/A method deals with them (METHOD §5.2). What already fails for every body is not said again.
 */
export function checkSharesByBody(rubric: Rubric, problems: SoundnessProblem[]): void {
  const items = flattenItems(rubric)
  const said = new Set(problems.map(({ path }) => path))
  const bodies = kinds.flatMap((kind) => levels.map((level) => ({ kind, level })))
  const differing = bodies.filter((unit) => items.some((item) => {
    const variant = variantFor(item, unit)
    return variant?.full !== undefined || variant?.weight !== undefined
  }))
  for (const family of familiesOf(rubric)) {
    // One body is enough to show what is wrong.
    const found = differing.map((unit) => shareProblems(family, unit)).find((list) => list.length > 0) ?? []
    problems.push(...found.filter(({ path }) => !said.has(path)))
  }
}

const kinds: readonly UnitKind[] = ['government', 'department']
const levels: readonly UnitLevel[] = ['province', 'city', 'county', 'township']

interface Family {
  readonly full: number
  readonly children: readonly RubricNode[]
  /** Paths of the parent's full points and of the list of children. */
  readonly path: string
  readonly list: string
}

function familiesOf(rubric: Rubric): Family[] {
  const groups = locateNodes(rubric).flatMap(({ node, path }) =>
    node.kind === 'group' ? [{ full: node.full, children: node.children, path: `${path}.full`, list: `${path}.children` }] : [],
  )
  return [{ full: rubric.full, children: rubric.groups, path: 'full', list: 'groups' }, ...groups].filter(({ children }) => children.length > 0)
}

function shareProblems({ full, children, path, list }: Family, unit: BodyType | null): SoundnessProblem[] {
  const shares = children.map((child) => shareOf(child, unit))
  const of = unit === null ? {} : { unit }
  const weights = shares.flatMap(({ weight }) => (weight === null ? [] : [weight]))
  if (weights.length === children.length) {
    const sum = sumPoints(weights)
    return comparePoints(sum, pointsOf(100)) === 0 ? [] : [{ kind: 'weights-differ', path: list, sum: writeExact(sum), ...of }]
  }
  if (weights.length > 0) return [{ kind: 'weights-mixed', path: list }]
  const sum = sumPoints(shares.map((share) => share.full))
  return equalPoints(sum, pointsOf(full)) ? [] : [{ kind: 'sum-differs', path, stated: writeExact(pointsOf(full)), sum: writeExact(sum), ...of }]
}

function shareOf(node: RubricNode, unit: BodyType | null): { readonly full: Points; readonly weight: Points | null } {
  if (node.kind === 'item' && unit !== null) return bodyOf(node, unit)
  return { full: pointsOf(node.full), weight: node.weight === undefined ? null : pointsOf(node.weight) }
}
