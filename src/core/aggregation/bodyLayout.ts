import { dividePoints, equalPoints, multiplyPoints, pointsOf, sumPoints, zeroPoints, type Points } from '#core/points'
import { bodyOf, type BodyItem } from '#core/rubric/bodyOf'
import type { Rubric, RubricItem, RubricNode, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { leastOfRule } from '#core/scoring/applyRule'

/** An item as one kind of body is scored on it. */
export interface LaidItem {
  readonly item: RubricItem
  readonly body: BodyItem
  /** The least that its rule can bring, on the scale of its full marks. */
  readonly least: Points
  /** What its full marks are worth in the rubric's points, before the N/A method: M itself where there are no weights. */
  readonly effective: Points
}

/** A rubric as one kind of body is scored on it: variants resolved, weights turned into points. */
export interface BodyLayout {
  /** Of the base total, in reading order. */
  readonly items: readonly LaidItem[]
  /** Effective full points of groups and items. */
  readonly effectiveOf: ReadonlyMap<RubricNode, Points>
  /** Outside sources of the base total. */
  readonly sources: readonly LaidItem[]
  readonly bonus: readonly LaidItem[]
  readonly negative: readonly LaidItem[]
  readonly vetoes: readonly LaidItem[]
}

/**
 * Lays a rubric out for a kind of body (METHOD §6A.10): a node's effective points are its share of its parent's, by weight where the
 * siblings carry weights, else by full points; the rubric's are its own. From here on only points count. Items that do not apply keep
 * their share: what becomes of it is the N/A method's.
 * @example weights 25/75 over a rubric of 100, in the first group items of 3 and 2 points // 15 and 10
 */
export function layoutBody(rubric: Rubric, unit: { readonly kind: UnitKind; readonly level: UnitLevel }): BodyLayout {
  const items: LaidItem[] = []
  const effectiveOf = new Map<RubricNode, Points>()
  share(rubric.groups, pointsOf(rubric.full))
  return { items, effectiveOf, sources: sourcesOf(rubric.totalSources), bonus: outside(rubric.bonus?.items), negative: outside(rubric.negative?.items), vetoes: outside(rubric.vetoes).filter(({ body }) => body.rule.kind === 'veto') }

  function share(siblings: readonly RubricNode[], whole: Points): void {
    const bodies = siblings.map((node) => (node.kind === 'item' ? bodyOf(node, unit) : null))
    const weighted = siblings.some((node, index) => (bodies[index] ? bodies[index].weight !== null : node.weight !== undefined))
    const parts = siblings.map((node, index) => partOf(node, bodies[index] ?? null, weighted))
    const sum = weighted ? pointsOf(100) : sumPoints(parts)
    siblings.forEach((node, index) => {
      const part = parts[index] as Points
      const effective = equalPoints(sum, whole) ? part : sum.numerator === 0n ? zeroPoints : dividePoints(multiplyPoints(whole, part), sum)
      effectiveOf.set(node, effective)
      if (node.kind === 'group') share(node.children, effective)
      else items.push(laid(node, bodies[index] as BodyItem, effective))
    })
  }

  function sourcesOf(stated: Rubric['totalSources']): LaidItem[] {
    const bodies = (stated?.items ?? []).map((item) => ({ item, body: bodyOf(item, unit) }))
    const weights = sumPoints([pointsOf(stated?.own.weight ?? 0), ...bodies.map(({ body }) => body.weight ?? zeroPoints)])
    return bodies.map(({ item, body }) => laid(item, body, dividePoints(multiplyPoints(pointsOf(rubric.full), body.weight ?? zeroPoints), weights)))
  }

  function outside(list: readonly RubricItem[] | undefined): LaidItem[] {
    return (list ?? []).map((item) => {
      const body = bodyOf(item, unit)
      return laid(item, body, body.full)
    })
  }
}

function laid(item: RubricItem, body: BodyItem, effective: Points): LaidItem {
  return { item, body, least: leastOfRule(body.rule, body.full), effective }
}

function partOf(node: RubricNode, body: BodyItem | null, weighted: boolean): Points {
  if (weighted) return (body ? body.weight : node.weight === undefined ? null : pointsOf(node.weight)) ?? zeroPoints
  return body ? body.full : pointsOf(node.full)
}

/** Layouts of the few kinds of bodies, each made once. */
export function layoutsOf(rubric: Rubric): (unit: { readonly kind: UnitKind; readonly level: UnitLevel }) => BodyLayout {
  const made = new Map<string, BodyLayout>()
  return ({ kind, level }) => {
    const key = `${kind}/${level}`
    const layout = made.get(key) ?? layoutBody(rubric, { kind, level })
    made.set(key, layout)
    return layout
  }
}
