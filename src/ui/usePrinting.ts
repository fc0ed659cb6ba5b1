import { onScopeDispose, readonly, ref, type Ref } from 'vue'

/**
 * Whether the page is being printed, from just before to just after. What draws only the rows in sight draws all of them then: paper has
 * no scroll bar.
 */
export function usePrinting(): Readonly<Ref<boolean>> {
  const printing = ref(false)
  const begin = (): void => { printing.value = true }
  const end = (): void => { printing.value = false }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  onScopeDispose(() => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  })
  return readonly(printing)
}
