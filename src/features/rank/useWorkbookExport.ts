import { inject, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { AssessorId, ProjectId } from '#core/ids'
import type { Ranking } from '#core/ranking/ranking'
import { useToast } from '#ui/useToast'
import { depsKey, type Deps } from '#workflows/deps'
import { groupName } from '#ui/groupName'
import { detailOf, exportProblemWords } from './problems'

/** Exports the workbook in the language of the screen and says what became of it. */
export function useWorkbookExport(projectId: ProjectId): { readonly exporting: Ref<boolean>; readonly exportNow: (assessorId: AssessorId, rankings: readonly Ranking[]) => Promise<void> } {
  const { t, locale } = useI18n()
  const deps = inject<Deps>(depsKey)!
  const { toast } = useToast()
  const exporting = ref(false)

  async function exportNow(assessorId: AssessorId, rankings: readonly Ranking[]): Promise<void> {
    exporting.value = true
    try {
      const { exportWorkbook } = await import('#workflows/exportWorkbook')
      const groupNames = new Map(rankings.map(({ group }) => [group, groupName(t, group)]))
      const made = await exportWorkbook(deps, projectId, assessorId, { language: locale.value === 'en' ? 'en' : 'zh', groupNames })
      if (made.ok) toast({ text: t('rank.exported', { files: made.value.join(t('rank.method.bandComma')) }) })
      else toast({ tone: 'error', text: exportProblemWords(t, made.problem) })
    } catch (error) {
      toast({ tone: 'error', text: t('rank.exportFailed', { detail: detailOf(error) }) })
    } finally {
      exporting.value = false
    }
  }

  return { exporting, exportNow }
}
