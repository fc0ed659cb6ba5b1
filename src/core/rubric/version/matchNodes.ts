import { canonicalJson } from '#core/rubric/canonicalJson'
import type { Rubric, RubricNode } from '#core/rubric/rubric'
import { placeNodes, type PlacedNode } from '#core/rubric/version/placeNodes'

/** A node in both versions. `renamed`: its id is another one, everything else word for word the same. */
export interface NodePair {
  readonly before: PlacedNode
  readonly after: PlacedNode
  readonly renamed: boolean
}

export interface MatchedNodes {
  readonly pairs: readonly NodePair[]
  /** In the reading order of their rubric. */
  readonly removed: readonly PlacedNode[]
  readonly added: readonly PlacedNode[]
}

/**
 * Which node of the new rubric is which of the old one: the one with the same id, wherever it stands now. An id that is in one of them
 * only may be a new name: a node is taken for a renamed one when its own content (not its children) is the same to the last character
 * and no other candidate on either side has that content. Anything less certain stays removed and added; nothing is guessed. An item
 * never matches a group. Ids are unique within each rubric.
 * @example matchNodes(rubric, rubric).removed // []
 */
export function matchNodes(before: Rubric, after: Rubric): MatchedNodes {
  const [old, now] = [placeNodes(before), placeNodes(after)]
  const nowById = new Map(now.map((place) => [nameOf(place), place]))
  const pairs: NodePair[] = []
  const removed: PlacedNode[] = []
  for (const place of old) {
    const same = nowById.get(nameOf(place))
    if (same) pairs.push({ before: place, after: same, renamed: false })
    else removed.push(place)
  }
  const oldNames = new Set(old.map(nameOf))
  const added = now.filter((place) => !oldNames.has(nameOf(place)))
  const renamed = matchByContent(removed, added)
  return {
    pairs: [...pairs, ...renamed],
    removed: removed.filter((place) => !renamed.some((pair) => pair.before === place)),
    added: added.filter((place) => !renamed.some((pair) => pair.after === place)),
  }
}

/** What a node says itself: its id and its children are left out. */
export function ownContent(node: RubricNode): Readonly<Record<string, unknown>> {
  return node.kind === 'item' ? { ...node, id: undefined } : { ...node, id: undefined, children: undefined }
}

function matchByContent(removed: readonly PlacedNode[], added: readonly PlacedNode[]): NodePair[] {
  const newByContent = groupByContent(added)
  return [...groupByContent(removed)].flatMap(([content, before]) => {
    const after = newByContent.get(content) ?? []
    return before.length === 1 && after.length === 1 ? [{ before: before[0] as PlacedNode, after: after[0] as PlacedNode, renamed: true }] : []
  })
}

function groupByContent(places: readonly PlacedNode[]): Map<string, PlacedNode[]> {
  const groups = new Map<string, PlacedNode[]>()
  for (const place of places) {
    const content = canonicalJson(ownContent(place.node))
    groups.set(content, [...(groups.get(content) ?? []), place])
  }
  return groups
}

function nameOf({ node }: PlacedNode): string {
  return `${node.kind} ${node.id}`
}
