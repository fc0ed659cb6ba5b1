import { ref, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Deps } from '#workflows/deps'

/** The whole database as a file, on a click; `told`: what came of it, in words. */
export function useRawBackup(deps: Deps): { readonly told: Ref<string>; readonly handOut: () => Promise<void> } {
  const { t } = useI18n()
  const told = ref('')
  async function handOut(): Promise<void> {
    const { handOutRawBackup } = await import('#workflows/rawBackup')
    const done = await handOutRawBackup(deps)
    told.value = done.ok ? t('app.loss.rawDone', { name: done.value }) : t('app.loss.rawFailed', { detail: done.problem })
  }
  return { told, handOut }
}
