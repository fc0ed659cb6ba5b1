import { computed, shallowRef, watch } from 'vue'
import type { ItemId, ProjectId, UnitId } from '#core/ids'
import type { Suggestion } from '#core/measure/suggestion'
import type { ReportRecord, ReportSummary } from '#core/records/reportRecord'
import type { RubricItem } from '#core/rubric/rubric'
import { suggestionsOfUnit } from '#workflows/suggestAnswers'

type Suggestions = ReadonlyMap<ItemId, Suggestion>

/**
 * What the program counts for the item at hand, where its rubric asks for a count. Asked for when such an item is opened, once for a unit
 * as long as no report of the project changes: one measure compares a text with all others.
 */
export function useSuggestion(options: {
  readonly projectId: () => ProjectId
  readonly unit: () => { readonly id: UnitId; readonly kind: string; readonly level: string } | null
  readonly report: () => ReportRecord | null | undefined
  readonly summaries: () => readonly ReportSummary[] | undefined
  readonly rubricHash: () => string | undefined
  readonly item: () => RubricItem | null
}) {
  const kept = new Map<string, Suggestions>()
  const found = shallowRef<{ readonly key: string; readonly suggestions: Suggestions } | null>(null)
  const key = computed(() => {
    const [unit, report, hash, item] = [options.unit(), options.report(), options.rubricHash(), options.item()]
    if (!unit || !report || report.unitId !== unit.id || !hash || !item?.measure) return null
    return [unit.id, unit.kind, unit.level, report.textHash, report.signedOn, report.publishedOn, hash].join(' ')
  })

  watch([key, options.summaries], async ([asked, summaries], [, before]) => {
    if (summaries !== before) kept.clear()
    const unit = options.unit()
    if (asked === null || !unit) return
    const known = kept.get(asked)
    if (known) {
      found.value = { key: asked, suggestions: known }
      return
    }
    try {
      const suggestions = await suggestionsOfUnit(options.projectId(), unit.id)
      kept.set(asked, suggestions)
      if (key.value === asked) found.value = { key: asked, suggestions }
    } catch {
      // Without a count the item is scored by hand, as ever.
    }
  }, { immediate: true })

  /** Only what was counted in the text that is shown. */
  const suggestion = computed((): Suggestion | null => {
    const item = options.item()
    if (!item || key.value === null || found.value?.key !== key.value) return null
    const suggested = found.value.suggestions.get(item.id)
    return suggested && suggested.textHash === options.report()?.textHash ? suggested : null
  })

  return { suggestion }
}
