import type { AssessorId, ProjectId } from '#core/ids'
import type { Ranking } from '#core/ranking/ranking'
import type { Scorecard } from '#core/records/packScorecard'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { Rubric } from '#core/rubric/rubric'
import { projectOf } from '#storage/queries/projectOf'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { StorageRefusal } from '#storage/storageProblem'
import type { ComputeRequest } from '#workers/answerCompute'
import { callWorker } from '#workers/callWorker'

export interface RankingFacts {
  readonly project: ProjectRecord
  readonly rubric: Rubric
  readonly units: readonly UnitRecord[]
  readonly scorecards: readonly Scorecard[]
}

/** One ranking for every group, from one assessor's scorecards. Archived and removed units are left out. */
export async function computeRanking(projectId: ProjectId, assessorId: AssessorId): Promise<Ranking[]> {
  const [project, { rubric }, units, scorecards] = await Promise.all([
    projectOf(projectId),
    rubricOfProject(projectId),
    unitsOfProject(projectId),
    scorecardsOfProject(projectId, assessorId),
  ])
  if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
  return rankFacts({ project, rubric, units, scorecards })
}

/** The rankings of facts that were read together: an export shows the marks that made its totals, whatever is marked meanwhile. */
export function rankFacts({ project, rubric, units, scorecards }: RankingFacts): Promise<Ranking[]> {
  const request: ComputeRequest = {
    rubric,
    year: project.year,
    settings: project.settings,
    units: units.filter((unit) => unit.archivedAt === null && unit.removedAt === null),
    marks: new Map(
      scorecards.map((card) => [card.unitId, new Map([...card.marks].map(([itemId, { state, answer }]) => [itemId, { state, answer }]))]),
    ),
  }
  return callWorker<ComputeRequest, Ranking[]>('compute', request)
}
