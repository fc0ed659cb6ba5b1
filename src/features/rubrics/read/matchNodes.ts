import { placedNodes, type NodePlace, type PlacedNode } from '#core/rubric/edit/nodePlace'
import type { Rubric, RubricNode, RuleKind } from '#core/rubric/rubric'

export interface NodeFilter {
  readonly text: string
  /** '' = every rule. */
  readonly rule: RuleKind | ''
}

/**
 * The places that stay: items in which every word occurs and whose rule is the one asked for, with the groups above them; below a
 * group whose own id or name has the words, everything. Null: nothing is filtered.
 */
export function matchNodes(rubric: Rubric, filter: NodeFilter): ReadonlySet<NodePlace> | null {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '')
  if (words.length === 0 && filter.rule === '') return null
  const kept = new Set<NodePlace>()
  const above: PlacedNode[] = []
  for (const placed of placedNodes(rubric)) {
    above.length = placed.depth
    const { node } = placed
    if (node.kind === 'item' && fitsRule(node, filter.rule) && (has(wordsOf(node), words) || above.some((group) => has(titleOf(group.node), words)))) {
      for (const { place } of [...above, placed]) kept.add(place)
    }
    above.push(placed)
  }
  return kept
}

function fitsRule(node: Extract<RubricNode, { kind: 'item' }>, rule: NodeFilter['rule']): boolean {
  return rule === '' || node.rule.kind === rule || (node.variants ?? []).some((variant) => variant.rule?.kind === rule)
}

function has(text: string, words: readonly string[]): boolean {
  return words.length > 0 ? words.every((word) => text.includes(word)) : true
}

function titleOf(node: RubricNode): string {
  return `${node.id} ${node.name}`.toLowerCase()
}

/** Every text of the item, its ids and rule included. */
function wordsOf(node: RubricNode): string {
  return JSON.stringify(node).toLowerCase()
}
