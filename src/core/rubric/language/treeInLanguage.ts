import type { ScoreTree } from '#core/aggregation/scoreTree'
import { allItems } from '#core/rubric/allItems'
import { rubricInLanguage } from '#core/rubric/language/rubricInLanguage'
import type { Rubric, RubricNode } from '#core/rubric/rubric'

/**
 * A score tree that names dimensions, indicators, items and sources in this language (rubricInLanguage). Numbers and ids stay. Chinese
 * gives the tree itself.
 */
export function treeInLanguage(tree: ScoreTree, rubric: Rubric, language: string): ScoreTree {
  const names = nodeNames(rubric, language)
  if (!names) return tree
  const own = rubricInLanguage(rubric, language).totalSources?.own.label
  const shown = renamed(tree, names) as ScoreTree
  return shown.sources && own !== undefined ? { ...shown, sources: { ...shown.sources, label: own } } : shown
}

/** Names of all nodes in a language, by id; null where they are those of the rubric. */
export function nodeNames(rubric: Rubric, language: string): ReadonlyMap<string, string> | null {
  const shown = rubricInLanguage(rubric, language)
  if (shown === rubric) return null
  return new Map([...shown.groups.flatMap(nodesUnder), ...allItems(shown)].map((node) => [node.id as string, node.name]))
}

function nodesUnder(node: RubricNode): RubricNode[] {
  return node.kind === 'item' ? [node] : [node, ...node.children.flatMap(nodesUnder)]
}

/** Everything in a tree that has the id of a node and a name. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((entry) => renamed(entry, names))
  if (typeof value !== 'object' || value === null || value instanceof Map || value instanceof Set) return value
  const fields = Object.entries(value).map(([name, field]) => [name, renamed(field, names)] as const)
  const copy: Record<string, unknown> = Object.fromEntries(fields)
  const name = typeof copy['id'] === 'string' && typeof copy['name'] === 'string' ? names.get(copy['id']) : undefined
  return name === undefined ? copy : { ...copy, name }
}
