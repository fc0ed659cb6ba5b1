import type { AssessorId, ProjectId } from '#core/ids'
import { compareStandings, type StandingsCompared } from '#core/ranking/compareStandings'
import type { ProjectSettings } from '#core/records/projectRecord'
import { projectOf } from '#storage/queries/projectOf'
import { reportsOfProject } from '#storage/queries/reportsOfProject'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { scorecardsOfProject } from '#storage/queries/scorecardsOfProject'
import { unitsOfProject } from '#storage/queries/unitsOfProject'
import { StorageRefusal } from '#storage/storageProblem'
import { rankFacts } from '#workflows/computeRanking'

/** What other settings would do to one assessor's ranking. Nothing is written. */
export async function previewSettings(projectId: ProjectId, assessorId: AssessorId, settings: ProjectSettings): Promise<StandingsCompared> {
  const [project, { rubric }, units, scorecards, reports] = await Promise.all([
    projectOf(projectId),
    rubricOfProject(projectId),
    unitsOfProject(projectId),
    scorecardsOfProject(projectId, assessorId),
    reportsOfProject(projectId),
  ])
  if (!project) throw new StorageRefusal({ kind: 'not-found', what: 'project' })
  const facts = { project, rubric, units, scorecards, reports }
  const [before, after] = await Promise.all([rankFacts(facts), rankFacts({ ...facts, project: { ...project, settings } })])
  return compareStandings(before, after)
}
