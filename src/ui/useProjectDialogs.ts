import { shallowRef, type ShallowRef } from 'vue'
import type { AssessorId, ProjectId, RubricDraftId } from '#core/ids'

/** `draftId`: the draft that the new project is to adopt; null: chosen in the dialog. `assessorId`: by whose scores the effect is shown. */
export type ProjectQuestion =
  | { readonly kind: 'create'; readonly draftId: RubricDraftId | null }
  | { readonly kind: 'settings'; readonly projectId: ProjectId; readonly assessorId: AssessorId | null }

const asked = shallowRef<ProjectQuestion | null>(null)

/** There is one way to make a project and one to change its settings. Both dialogs belong to the shell; any desk may ask for them. */
export function useProjectDialogs(): {
  readonly asked: ShallowRef<ProjectQuestion | null>
  readonly askNewProject: (draftId?: RubricDraftId) => void
  readonly askSettings: (projectId: ProjectId, assessorId?: AssessorId) => void
} {
  return { asked, askNewProject, askSettings }
}

function askNewProject(draftId?: RubricDraftId): void {
  asked.value = { kind: 'create', draftId: draftId ?? null }
}

function askSettings(projectId: ProjectId, assessorId?: AssessorId): void {
  asked.value = { kind: 'settings', projectId, assessorId: assessorId ?? null }
}
