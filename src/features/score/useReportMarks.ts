import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { locateAnchor } from '#core/evidence/locateAnchor'
import type { ItemId } from '#core/ids'
import { formatPercent, pointsOf } from '#core/points'
import type { ReportRecord } from '#core/records/reportRecord'
import type { RubricItem } from '#core/rubric/rubric'
import type { OutlineNode } from '#core/text/reportProposal'
import { statutoryParts } from '#core/text/statutoryParts'
import type { MarkDraft } from '#features/score/itemWork'
import type { OtherEvidence, ReportPart } from '#features/score/report/reportMarks'

/** What lies over the open report besides the item at hand: its statutory parts, and passages attached to other items. */
export function useReportMarks(options: {
  readonly report: () => ReportRecord | null | undefined
  readonly outline: () => readonly OutlineNode[]
  readonly items: () => readonly RubricItem[]
  readonly itemId: () => ItemId | null
  readonly marks: () => ReadonlyMap<ItemId, MarkDraft>
}) {
  const { t } = useI18n()

  /** Read once for a text. */
  const stretches = computed(() => {
    const report = options.report()
    return report ? statutoryParts(report.text, options.outline()) : []
  })
  const parts = computed((): ReportPart[] =>
    stretches.value.map(({ part, start, end, share, confidence }) => ({
      start,
      end,
      part,
      short: t(`score.part.short.${part}`),
      words: [
        t(`score.part.${part}`),
        t('score.part.share', { share: formatPercent(pointsOf(share.numerator), pointsOf(share.denominator), 1) ?? '0' }),
        ...(confidence === 'doubtful' ? [t('score.part.doubtful')] : []),
      ].join(' · '),
    })),
  )
  const others = computed((): OtherEvidence[] => {
    const report = options.report()
    if (!report) return []
    const found: OtherEvidence[] = []
    for (const item of options.items()) {
      if (item.id === options.itemId()) continue
      for (const anchor of options.marks().get(item.id)?.evidence ?? []) {
        const place = locateAnchor(report.text, report.textHash, anchor)
        if (place.kind === 'exact' || place.kind === 'moved') found.push({ start: place.start, end: place.end, itemId: item.id, name: `${item.id} ${item.name}`, quote: anchor.quote })
      }
    }
    return found.sort((a, b) => a.start - b.start || b.end - a.end)
  })

  return { parts, others }
}
