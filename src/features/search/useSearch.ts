import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ProjectId } from '#core/ids'
import { searchReports, type ReportSearch } from '#workflows/searchReports'

/** So many places are on screen first; then the rest is fetched, up to a number that a list can hold. */
const firstLimit = 200
const usualLimit = 20_000
const typingPauseMs = 120

export interface SearchAnswer {
  readonly phrases: readonly string[]
  readonly search: ReportSearch
}

/**
 * Asks for reports that hold all phrases, and again when a report changes. What stands on screen stays until newer answers are there; those that were
 * overtaken are dropped. `version`: of the reports, undefined while they are not known.
 */
export function useSearch(options: { readonly projectId: () => ProjectId; readonly phrases: () => readonly string[]; readonly version: () => string | undefined }) {
  const found = shallowRef<SearchAnswer | null>(null)
  const busy = ref(false)
  const error = shallowRef<unknown>(null)
  const limit = ref(usualLimit)
  let question = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask(): Promise<void> {
    question += 1
    const mine = question
    const phrases = options.phrases()
    error.value = null
    if (phrases.length === 0) {
      found.value = null
      busy.value = false
      return
    }
    busy.value = true
    try {
      for (const most of [firstLimit, limit.value]) {
        const search = await searchReports(options.projectId(), phrases, { limit: most })
        if (mine !== question) return
        found.value = { phrases, search }
        if (search.hits.length === search.total) break
      }
    } catch (problem) {
      if (mine === question) error.value = problem ?? new Error('search failed')
    } finally {
      if (mine === question) busy.value = false
    }
  }

  const key = computed(() => JSON.stringify(options.phrases()))
  watch(key, () => {
    limit.value = usualLimit
    clearTimeout(timer)
    busy.value = options.phrases().length > 0
    timer = setTimeout(() => void ask(), typingPauseMs)
  })
  watch(options.version, (now) => { if (now !== undefined) void ask() }, { immediate: true })
  onScopeDispose(() => {
    clearTimeout(timer)
    question += 1
  })

  /** Lists ten times as many places. */
  function more(): void {
    limit.value *= 10
    void ask()
  }

  return { found, busy, error, limit, more, again: () => void ask() }
}
