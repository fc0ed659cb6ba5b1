import type { ProjectId } from '#core/ids'
import { checkProjectSettings, type ProjectDraftProblem } from '#core/records/checkProjectDraft'
import type { ProjectSettings, SettingsChange } from '#core/records/projectRecord'
import { sameSettings } from '#core/records/sameSettings'
import { failure, success, type Result } from '#core/result'
import { appendSettingsChange } from '#storage/projectSettings'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import type { StorageProblem } from '#storage/storageProblem'
import { commit } from '#workflows/commit'
import type { Deps } from '#workflows/deps'

export type SettingsProblem =
  | ProjectDraftProblem
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'who-missing' }
  | { readonly kind: 'settings-unchanged' }
  /** Somebody changed them since the effect was shown: it must be looked at again. */
  | { readonly kind: 'settings-stale' }
  | StorageProblem

/**
 * Changes how totals are rounded, ranked and banded. Scores stay as they are: every ranking is computed anew by the new settings. Who,
 * when, why and both settings are kept with the project, so that any export can be told by which it was made.
 */
export async function changeSettings(deps: Deps, projectId: ProjectId, draft: Omit<SettingsChange, 'at'>): Promise<Result<ProjectSettings, SettingsProblem>> {
  const change: SettingsChange = { ...draft, by: draft.by.trim(), reason: draft.reason.trim(), at: deps.clock() }
  if (change.by === '') return failure({ kind: 'who-missing' })
  if (change.reason === '') return failure({ kind: 'reason-missing' })
  if (sameSettings(change.from, change.to)) return failure({ kind: 'settings-unchanged' })
  const written = await commit(deps, async () => {
    const { rubric } = await rubricOfProject(projectId)
    const problem = checkProjectSettings(change.to, rubric.groups.map((group) => group.id))
    return problem ?? appendSettingsChange(projectId, change)
  })
  if (!written.ok) return written
  if (written.value === 'stale') return failure({ kind: 'settings-stale' })
  return written.value === 'changed' ? success(change.to) : failure(written.value)
}
