import { computed, shallowRef, watch } from 'vue'
import type { Passage } from '#core/evidence/findPassages'
import type { ItemId, ProjectId, UnitId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { passagesOfUnit } from '#workflows/findPassages'

type Passages = ReadonlyMap<ItemId, readonly Passage[]>

/** Units whose passages are kept when one goes on to the next: going back costs nothing. */
const mostKept = 30

/**
 * Where the open report speaks of the item at hand: asked for once for a text and a rubric, all items together. `current` is the passage
 * one has stepped to; none when an item is opened, so that nothing is attached unseen.
 */
export function usePassages(options: {
  readonly projectId: () => ProjectId
  readonly unitId: () => UnitId | null
  readonly report: () => ReportRecord | null | undefined
  readonly rubricHash: () => string | undefined
  readonly itemId: () => ItemId | null
}) {
  const kept = new Map<string, Passages>()
  const found = shallowRef<{ readonly key: string; readonly passages: Passages } | null>(null)
  const failed = shallowRef(false)
  const current = shallowRef<number | null>(null)
  const key = computed(() => {
    const [report, unitId, hash] = [options.report(), options.unitId(), options.rubricHash()]
    return report && report.unitId === unitId && hash ? `${unitId} ${report.textHash} ${hash}` : null
  })

  watch(key, async (asked) => {
    failed.value = false
    if (asked === null) return
    const known = kept.get(asked)
    if (known) {
      found.value = { key: asked, passages: known }
      return
    }
    try {
      const passages = await passagesOfUnit(options.projectId(), options.unitId()!)
      if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
      kept.set(asked, passages)
      if (key.value === asked) found.value = { key: asked, passages }
    } catch {
      if (key.value === asked) failed.value = true
    }
  }, { immediate: true })

  /** null: not known yet. */
  const passages = computed((): readonly Passage[] | null => {
    const itemId = options.itemId()
    if (key.value === null || found.value?.key !== key.value || itemId === null) return null
    // The text may have changed between our reading it and the worker's.
    const length = options.report()?.text.length ?? 0
    return (found.value.passages.get(itemId) ?? []).filter(({ end }) => end <= length)
  })
  const passage = computed(() => (current.value === null ? null : (passages.value?.[current.value] ?? null)))

  function choose(index: number): Passage | null {
    current.value = index
    return passage.value
  }

  /** To the next or previous proposal, round in a circle; null where there is none. */
  function step(by: 1 | -1): Passage | null {
    const count = passages.value?.length ?? 0
    if (count === 0) return null
    return choose(current.value === null ? (by > 0 ? 0 : count - 1) : (current.value + by + count) % count)
  }

  watch([key, options.itemId], () => { current.value = null })

  return { passages, passage, current, failed, choose, step }
}
