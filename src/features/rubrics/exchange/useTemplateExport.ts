import { inject, ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Rubric } from '#core/rubric/rubric'
import { useToast } from '#ui/useToast'
import { depsKey, type Deps } from '#workflows/deps'
import { exportRubricWorkbook } from '#workflows/exportRubricWorkbook'

/** Writes a rubric as our Excel template, in the language of the screen. Failures are told, not thrown. */
export function useTemplateExport(): { readonly busy: Readonly<Ref<boolean>>; readonly save: (rubric: Rubric) => Promise<void> } {
  const deps = inject<Deps>(depsKey)!
  const { t, locale } = useI18n()
  const { toast } = useToast()
  const busy = ref(false)

  async function save(rubric: Rubric): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      const name = await exportRubricWorkbook(deps, rubric, { language: locale.value === 'en' ? 'en' : 'zh' })
      toast({ text: t('rubrics.exchange.exported', { name }) })
    } catch (error) {
      toast({ text: t('rubrics.exchange.notExported', { detail: error instanceof Error ? error.message : String(error) }), tone: 'error' })
    } finally {
      busy.value = false
    }
  }

  return { busy, save }
}
