import { computed, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ProjectId } from '#core/ids'
import { rubricInLanguage } from '#core/rubric/language/rubricInLanguage'
import type { Rubric } from '#core/rubric/rubric'
import { allItems } from '#core/rubric/allItems'
import { rubricOfProject } from '#storage/queries/rubricOfProject'
import { watchAssessors } from '#storage/queries/watchAssessors'
import { watchProgress } from '#storage/queries/watchProgress'
import { watchProject } from '#storage/queries/watchProject'
import { watchSignedIn } from '#storage/queries/watchSignedIn'
import { watchUnits } from '#storage/queries/watchUnits'
import { useLive } from '#ui/useLive'

/** What the desk reads of its project, apart from the unit at hand. */
export function useDesk(projectId: () => ProjectId) {
  const { value: project } = useLive(() => watchProject(projectId()))
  const { value: allUnits } = useLive(() => watchUnits(projectId()))
  const { value: assessor } = useLive(() => watchSignedIn(projectId()))
  const { value: assessors } = useLive(() => watchAssessors(projectId()))
  const { value: progress } = useLive(() => (assessor.value ? watchProgress(projectId(), assessor.value.id) : null))
  const { locale } = useI18n()
  const adopted = shallowRef<Rubric | null>(null)
  /** In the language of the person; what is recorded is checked and scored against the adopted one. */
  const rubric = computed(() => adopted.value && rubricInLanguage(adopted.value, locale.value))
  const missing = shallowRef(false)

  watch(() => [projectId(), project.value?.rubricHash], async () => {
    try {
      adopted.value = (await rubricOfProject(projectId())).rubric
      missing.value = false
    } catch (error) {
      // Only a project that is not there is missing; a database that fails is the last resort's to tell.
      if (project.value) throw error
      missing.value = true
    }
  }, { immediate: true })

  const units = computed(() => allUnits.value?.filter((unit) => unit.archivedAt === null && unit.removedAt === null))
  const items = computed(() => (rubric.value ? allItems(rubric.value) : []))
  return { project, units, assessor, assessors, progress, rubric, items, missing }
}
