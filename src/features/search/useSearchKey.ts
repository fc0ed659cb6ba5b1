import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import type { ProjectId } from '#core/ids'
import { longestPhrase } from '#features/search/parsePhrases'

/** What the desk listens to when it is asked for again while it is open. */
export const searchAsked = 'zhunsheng-search'

/** Ctrl+Shift+F from anywhere in a project: to the search over all reports, with what is selected on screen, if that is a phrase. */
export function useSearchKey(projectId: () => ProjectId | null): void {
  const router = useRouter()

  function onKeydown(event: KeyboardEvent): void {
    const id = projectId()
    if (id === null || event.defaultPrevented || event.isComposing || event.altKey || !event.shiftKey || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyF') return
    if (document.querySelector('dialog[open]')) return
    event.preventDefault()
    const phrase = selectedPhrase()
    const query = phrase === null ? {} : { q: phrase }
    if (router.currentRoute.value.name !== 'search') void router.push({ name: 'search', params: { projectId: id }, query })
    else if (phrase !== null) void router.replace({ query })
    window.dispatchEvent(new Event(searchAsked))
  }

  onMounted(() => document.addEventListener('keydown', onKeydown))
  onBeforeUnmount(() => document.removeEventListener('keydown', onKeydown))
}

/** The selection as it would be typed; null when it is none, or more than a phrase. */
function selectedPhrase(): string | null {
  const words = document.getSelection()?.toString().trim() ?? ''
  if (words === '' || words.length > longestPhrase || words.includes('\n')) return null
  return /\s/.test(words) ? `"${words}"` : words
}
