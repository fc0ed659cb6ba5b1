import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { Ranking } from '#core/ranking/ranking'
import { allItems } from '#core/rubric/allItems'
import { rubricInLanguage } from '#core/rubric/language/rubricInLanguage'
import type { Rubric, RubricNode } from '#core/rubric/rubric'

/**
 * A ranking whose score trees name dimensions, indicators and items in this language (rubricInLanguage). Numbers, ids and order stay;
 * units keep their names. Chinese gives the ranking itself.
 */
export function rankingInLanguage(ranking: Ranking, rubric: Rubric, language: string): Ranking {
  const shown = rubricInLanguage(rubric, language)
  if (shown === rubric) return ranking
  const names = new Map([...shown.groups.flatMap(nodesUnder), ...allItems(shown)].map((node) => [node.id as string, node.name]))
  const own = shown.totalSources?.own.label
  return {
    ...ranking,
    rows: ranking.rows.map((row) => {
      const tree = renamed(row.tree, names) as ScoreTree
      return { ...row, tree: tree.sources && own !== undefined ? { ...tree, sources: { ...tree.sources, label: own } } : tree }
    }),
  }
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
