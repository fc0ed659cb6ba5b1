import { ref, type Ref } from 'vue'
import { registerSW } from 'virtual:pwa-register'
import { noteStep } from './lastResort'

/**
 * The service worker keeps the program itself, so that it opens without a server. `waiting`: a newer version lies ready and is not used
 * until `update` is called, which reloads the page; never by itself, a person may be in the middle of something.
 */
export function useAppUpdate(): { readonly waiting: Ref<boolean>; readonly update: () => Promise<void> } {
  const waiting = ref(false)
  const update = registerSW({
    onNeedRefresh: () => {
      waiting.value = true
    },
    // Private windows and plain http have none; the program then lives on its server alone.
    onRegisterError: (error) => noteStep(`service worker ${String(error)}`),
  })
  return { waiting, update: () => update(true) }
}
