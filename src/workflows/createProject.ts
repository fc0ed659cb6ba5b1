import type { ProjectId } from '#core/ids'
import { hashRubric } from '#core/rubric/hashRubric'
import { parseSoundRubric } from '#core/rubric/parseSoundRubric'
import type { Rubric } from '#core/rubric/rubric'
import type { RubricProblem } from '#core/rubric/rubricProblem'
import { checkProjectDraft, checkProjectSettings, type ProjectDraftProblem } from '#core/records/checkProjectDraft'
import type { ProjectSettings } from '#core/records/projectRecord'
import { failure, type Result } from '#core/result'
import { addProject } from '#storage/projects'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export interface NewProject {
  readonly name: string
  /** Report year: the year the reports are about. */
  readonly year: number
  readonly rubric: Rubric
  readonly settings: ProjectSettings
}

export type ProjectProblem = ProjectDraftProblem | { readonly kind: 'rubric-unsound'; readonly problems: readonly RubricProblem[] } | StorageProblem

/** Creates a project and adopts its rubric: from here on the rubric is immutable and known by its hash. */
export async function createProject(deps: Deps, draft: NewProject, origin: 'own' | 'sample' = 'own'): Promise<Result<ProjectId, ProjectProblem>> {
  const problem = checkProjectDraft(draft)
  if (problem) return failure(problem)
  const sound = parseSoundRubric(draft.rubric)
  if (!sound.ok) return failure({ kind: 'rubric-unsound', problems: sound.problem })
  const unknown = checkProjectSettings(draft.settings, sound.value.groups.map((group) => group.id))
  if (unknown) return failure(unknown)
  const now = deps.clock()
  const { hash, structureHash } = hashRubric(sound.value)
  return commit(deps, () =>
    addProject(
      {
        id: deps.newId() as ProjectId,
        name: draft.name.trim(),
        year: draft.year,
        rubricHash: hash,
        settings: draft.settings,
        createdAt: now,
        changedAt: now,
        archivedAt: null,
        removedAt: null,
        sample: origin === 'sample',
      },
      { hash, structureHash, rubric: sound.value, adoptedAt: now },
    ),
  )
}
