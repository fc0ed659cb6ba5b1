import type { CalendarDay } from '#core/calendarDay'
import type { AssessorId, ProjectId, UnitId } from '#core/ids'
import type { Ranking } from '#core/ranking/ranking'
import type { Scorecard } from '#core/records/packScorecard'
import type { ProjectRecord } from '#core/records/projectRecord'
import type { ReportSummary } from '#core/records/reportRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { Rubric } from '#core/rubric/rubric'
import { projectOf } from '#storage/queries/projectOf'
import { reportsOfProject } from '#storage/queries/reportsOfProject'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { StorageRefusal } from '#storage/storageProblem'
import type { ComputeReply, ComputeRequest } from '#workers/answerCompute'
import { callWorker } from '#workers/callWorker'

export interface RankingFacts {
  readonly project: ProjectRecord
  readonly rubric: Rubric
  readonly units: readonly UnitRecord[]
  readonly scorecards: readonly Scorecard[]
  readonly reports: readonly ReportSummary[]
}

/** One ranking for every group, from one assessor's scorecards. Archived and removed units are left out. */
export async function computeRanking(projectId: ProjectId, assessorId: AssessorId): Promise<Ranking[]> {
  const [project, { rubric }, units, scorecards, reports] = await Promise.all([
    projectOf(projectId),
    rubricOfProject(projectId),
    unitsOfProject(projectId),
    scorecardsOfProject(projectId, assessorId),
    reportsOfProject(projectId),
  ])
  if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
  return rankFacts({ project, rubric, units, scorecards, reports })
}

/** The rankings of facts that were read together: an export shows the marks that made its totals, whatever is marked meanwhile. */
export async function rankFacts(facts: RankingFacts): Promise<Ranking[]> {
  return [...(await rankFactsWithTrees(facts, 'none')).rankings]
}

/** The same with the whole score trees of some units, or of all. */
export function rankFactsWithTrees({ project, rubric, units, scorecards, reports }: RankingFacts, trees: ComputeRequest['trees']): Promise<ComputeReply> {
  const request: ComputeRequest = {
    rubric,
    year: project.year,
    settings: project.settings,
    units: units.filter((unit) => unit.archivedAt === null && unit.removedAt === null),
    marks: new Map(
      scorecards.map((card) => [card.unitId, new Map([...card.marks].map(([itemId, { state, answer }]) => [itemId, { state, answer }]))]),
    ),
    publishedOn: publicationDays(reports),
    trees,
  }
  return callWorker<ComputeRequest, ComputeReply>('compute', request)
}

/** Of a unit with several versions of its report, the one imported last is scored, and its day counts. */
function publicationDays(reports: readonly ReportSummary[]): Map<UnitId, CalendarDay> {
  const days = new Map<UnitId, CalendarDay>()
  for (const report of [...reports].sort((a, b) => (a.importedAt < b.importedAt ? -1 : 1))) {
    if (report.publishedOn) days.set(report.unitId, report.publishedOn)
    else days.delete(report.unitId)
  }
  return days
}
