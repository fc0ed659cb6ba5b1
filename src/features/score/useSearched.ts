import { computed } from 'vue'
import { matchForm } from '#core/text/matchForm'
import type { ReportRecord } from '#core/records/reportRecord'
import type { RubricItem } from '#core/rubric/rubric'
import type { ItemWork } from '#features/score/itemWork'
import { cueSpans, cueWordsOf } from '#features/score/report/cueSpans'
import { useScoringStore } from '#features/score/scoringStore'

/** A word that was searched for, and how often the report has it. */
export interface SearchedWord {
  readonly word: string
  /** null: there is no report at hand to count in. */
  readonly hits: number | null
}

/**
 * What 未找到 rests on: the cue words of the item, which the desk has looked up, and what the person searched for on this unit while the
 * item was open. It is written with the judgement; what is searched for later is offered, never added by itself.
 */
export function useSearched(options: {
  readonly report: () => ReportRecord | null | undefined
  readonly item: () => RubricItem | null
  readonly year: () => number
  readonly unitId: () => string | null
  readonly work: () => ItemWork | null
}) {
  const store = useScoringStore()
  const key = computed(() => `${options.unitId()}|${options.item()?.id}`)
  const folded = computed(() => matchForm(options.report()?.text ?? ''))
  const own = computed(() => store.searches.get(key.value) ?? [])
  /** Without a report nothing has been searched. */
  const proposed = computed(() => {
    const item = options.item()
    return options.report() && item ? [...new Set([...cueWordsOf(item, options.year()), ...own.value])] : []
  })
  const words = computed(() => (options.work()?.searched ?? []).map(counted))
  const offered = computed(() => own.value.filter((word) => !options.work()?.searched.includes(word)).map(counted))

  function counted(word: string): SearchedWord {
    const report = options.report()
    return { word, hits: report ? cueSpans(report.text, folded.value, [word]).length : null }
  }

  function note(phrase: string): void {
    if (options.item() && options.report()) store.noteSearch(key.value, phrase)
  }

  return { proposed, words, offered, note }
}
