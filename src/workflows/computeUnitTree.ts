import type { ScoreTree } from '#core/aggregation/scoreTree'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import { groupOfUnit } from '#core/ranking/groupOfUnit'
import { allItems } from '#core/rubric/allItems'
import type { Rubric } from '#core/rubric/rubric'
import { projectOf } from '#storage/queries/projectOf'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardOfUnit } from '#storage/queries/scorecardOfUnit'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { StorageRefusal } from '#storage/storageProblem'
import { rankFactsWithTrees } from '#workflows/computeRanking'

/**
 * The whole score tree of one unit by one assessor's scorecard, as the ranking has it; null when the unit is not ranked at all. Only its
 * own scorecard is read, unless the rubric gives points by place (R8): then those of its ranking group are.
 */
export async function computeUnitTree(projectId: ProjectId, assessorId: AssessorId, unitId: UnitId): Promise<ScoreTree | null> {
  const [project, { rubric }, all] = await Promise.all([projectOf(projectId), rubricOfProject(projectId), unitsOfProject(projectId)])
  if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
  const own = all.find(({ id }) => id === unitId)
  if (!own) return null
  const needsGroup = placesUnits(rubric)
  const units = needsGroup ? all.filter((unit) => groupOfUnit(unit) === groupOfUnit(own)) : [own]
  const scorecards = needsGroup ? await scorecardsOfProject(projectId, assessorId) : [await scorecardOfUnit(projectId, unitId, assessorId)]
  const members = new Set(units.map(({ id }) => id))
  const { trees } = await rankFactsWithTrees({ project, rubric, units, scorecards: scorecards.filter((card) => members.has(card.unitId)), reports: [] }, [unitId])
  return trees.get(unitId) ?? null
}

function placesUnits(rubric: Rubric): boolean {
  return allItems(rubric).some(({ rule, variants }) => rule.kind === 'byRank' || variants?.some((variant) => variant.rule?.kind === 'byRank') === true)
}
