import { hashRubric } from '#core/rubric/hashRubric'
import type { Rubric, RubricNode } from '#core/rubric/rubric'
import { compareFields, type FieldChange } from '#core/rubric/version/compareFields'
import { matchNodes, ownContent, type MatchedNodes, type NodePair } from '#core/rubric/version/matchNodes'
import { placeNodes, rubricSections, topOf, type PlacedNode } from '#core/rubric/version/placeNodes'
import { stayInOrder } from '#core/rubric/version/stayInOrder'

/** added · removed · renamed (another id, the same content) · moved · restructured · reworded. All but the last change the structure. */
export type NodeChange = 'added' | 'removed' | 'renamed' | 'moved' | 'restructured' | 'reworded'

export interface NodeDifference {
  /** Null: added. */
  readonly before: PlacedNode | null
  /** Null: removed. */
  readonly after: PlacedNode | null
  /** At least one; a node may be moved, restructured and reworded at once. */
  readonly changes: readonly NodeChange[]
  /** What is different inside the node, its children aside; empty when it is only in one of the two. */
  readonly fields: readonly FieldChange[]
}

export interface RubricDifference {
  /** same: equal hash · wording: another hash, equal structure hash · structure: results are no longer comparable. */
  readonly overall: 'same' | 'wording' | 'structure'
  /** Of the rubric itself: name, version, full points, N/A method, gates and caps, legal bases, consistency rules. */
  readonly fields: readonly FieldChange[]
  /** Nodes that differ, in the reading order of the new rubric; removed ones after what stood before them. */
  readonly nodes: readonly NodeDifference[]
}

/**
 * What a new version changes, node by node (METHOD §1: structure hash). Nodes are matched by id, or by their whole content where an id
 * was renamed (matchNodes). Moved is: into another group or section, or out of the order of its siblings; of two that change places one
 * has moved. `overall` is that of hashRubric, and 'structure' exactly when some node or field lists a structural change.
 * @example diffRubrics(rubric, rubric) // { overall: 'same', fields: [], nodes: [] }
 */
export function diffRubrics(before: Rubric, after: Rubric): RubricDifference {
  const matched = matchNodes(before, after)
  const moved = findMoved(before, after, matched.pairs)
  const ofNode = new Map<RubricNode, NodeDifference>()
  for (const pair of matched.pairs) {
    const difference = comparePair(pair, moved)
    if (difference) ofNode.set(pair.after.node, difference)
  }
  for (const place of matched.added) ofNode.set(place.node, { before: null, after: place, changes: ['added'], fields: [] })
  return {
    overall: compareHashes(before, after),
    fields: compareFields(ownFields(before), ownFields(after)),
    nodes: inReadingOrder(before, after, matched, ofNode),
  }
}

function compareHashes(before: Rubric, after: Rubric): RubricDifference['overall'] {
  const [old, now] = [hashRubric(before), hashRubric(after)]
  if (old.hash === now.hash) return 'same'
  return old.structureHash === now.structureHash ? 'wording' : 'structure'
}

function comparePair(pair: NodePair, moved: ReadonlySet<RubricNode>): NodeDifference | null {
  const { before, after, renamed } = pair
  const fields = compareFields(ownContent(before.node), ownContent(after.node))
  const changes: NodeChange[] = []
  if (renamed) changes.push('renamed')
  if (moved.has(after.node)) changes.push('moved')
  if (fields.some(({ kind }) => kind === 'structure')) changes.push('restructured')
  if (fields.some(({ kind }) => kind === 'wording')) changes.push('reworded')
  return changes.length === 0 ? null : { before, after, changes, fields }
}

/** Nodes of the new rubric that stand elsewhere than before. */
function findMoved(before: Rubric, after: Rubric, pairs: readonly NodePair[]): Set<RubricNode> {
  const oldOf = new Map(pairs.map((pair) => [pair.after.node, pair.before.node]))
  const moved = new Set<RubricNode>()
  const compareChildren = (old: readonly RubricNode[], now: readonly RubricNode[]): void => {
    const numberOf = new Map(old.map((node, index) => [node, index]))
    const numbers = now.map((node) => numberOf.get(oldOf.get(node) as RubricNode))
    const staying = new Set(stayInOrder(numbers.filter((number) => number !== undefined)))
    for (const [index, node] of now.entries()) {
      const number = numbers[index]
      if (oldOf.has(node) && (number === undefined || !staying.has(number))) moved.add(node)
      if (node.kind === 'group') compareChildren(childrenOf(oldOf.get(node)), node.children)
    }
  }
  for (const section of rubricSections) compareChildren(topOf(before, section), topOf(after, section))
  return moved
}

function childrenOf(node: RubricNode | undefined): readonly RubricNode[] {
  return node?.kind === 'group' ? node.children : []
}

function inReadingOrder(before: Rubric, after: Rubric, matched: MatchedNodes, ofNode: ReadonlyMap<RubricNode, NodeDifference>): NodeDifference[] {
  const nowOf = new Map(matched.pairs.map((pair) => [pair.before.node, pair.after.node]))
  const removed = new Set(matched.removed.map(({ node }) => node))
  const following = new Map<RubricNode | null, NodeDifference[]>()
  let last: RubricNode | null = null
  for (const place of placeNodes(before)) {
    if (!removed.has(place.node)) last = nowOf.get(place.node) ?? last
    else following.set(last, [...(following.get(last) ?? []), { before: place, after: null, changes: ['removed'], fields: [] }])
  }
  const rest = placeNodes(after).flatMap(({ node }) => [ofNode.get(node) ?? [], following.get(node) ?? []].flat())
  return [...(following.get(null) ?? []), ...rest]
}

/** The rubric without its nodes. Whether it has a section at all stays visible. */
function ownFields(rubric: Rubric): Readonly<Record<string, unknown>> {
  const { $schema: _aid, groups: _groups, totalSources, bonus, negative, vetoes, ...own } = rubric
  return {
    ...own,
    totalSources: totalSources && { ...totalSources, items: undefined },
    bonus: bonus && { ...bonus, items: undefined },
    negative: negative && { ...negative, items: undefined },
    vetoes: vetoes && [],
  }
}
