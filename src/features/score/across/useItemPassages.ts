import { computed, shallowRef, watch } from 'vue'
import type { Passage } from '#core/evidence/findPassages'
import type { ItemId, ProjectId, ReportId, UnitId } from '#core/ids'
import { passagesOfItem } from '#workflows/findPassages'

/** What was found in a unit's report, and in which text. */
export interface UnitPassages {
  readonly reportId: ReportId
  readonly passages: readonly Passage[]
}

/** Where all reports speak of one item, asked for anew when a report changes. `version`: of the reports, undefined while not known. */
export function useItemPassages(options: { readonly projectId: () => ProjectId; readonly itemId: () => ItemId | null; readonly version: () => string | undefined }) {
  const found = shallowRef<{ readonly key: string; readonly byUnit: ReadonlyMap<UnitId, UnitPassages> } | null>(null)
  const failed = shallowRef(false)
  const key = computed(() => {
    const [itemId, version] = [options.itemId(), options.version()]
    return itemId === null || version === undefined ? null : `${itemId}\n${version}`
  })

  async function ask(): Promise<void> {
    const asked = key.value
    const itemId = options.itemId()
    failed.value = false
    if (asked === null || itemId === null) return
    try {
      const answer = await passagesOfItem(options.projectId(), itemId)
      if (key.value === asked) found.value = { key: asked, byUnit: new Map(answer.map(({ unitId, reportId, passages }) => [unitId, { reportId, passages }])) }
    } catch {
      if (key.value === asked) failed.value = true
    }
  }

  watch(key, () => void ask(), { immediate: true })
  /** null: still being looked for. */
  const byUnit = computed(() => (found.value && found.value.key === key.value ? found.value.byUnit : null))
  return { byUnit, failed, again: () => void ask() }
}
