import type { Ranking } from '#core/ranking/ranking'
import { nodeNames } from '#core/rubric/language/treeInLanguage'
import type { Rubric } from '#core/rubric/rubric'

/**
 * A ranking whose dimensions are named in this language (rubricInLanguage). Numbers, ids and order stay; units keep their names. Chinese
 * gives the ranking itself.
 */
export function rankingInLanguage(ranking: Ranking, rubric: Rubric, language: string): Ranking {
  const names = nodeNames(rubric, language)
  if (!names) return ranking
  return {
    ...ranking,
    rows: ranking.rows.map((row) => ({ ...row, tree: { ...row.tree, groups: row.tree.groups.map((group) => ({ ...group, name: names.get(group.id) ?? group.name })) } })),
  }
}
