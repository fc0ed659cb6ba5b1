import { computed, shallowRef, watch } from 'vue'
import { locateAnchor } from '#core/evidence/locateAnchor'
import { makeAnchor } from '#core/evidence/makeAnchor'
import type { ReportRecord } from '#core/records/reportRecord'
import type { OutlineNode } from '#core/text/reportProposal'
import type { EvidenceRow } from '#features/score/card/EvidenceList.vue'
import type { ItemWork } from '#features/score/itemWork'
import type { Span } from '#features/score/report/findMatches'
import { placeOf } from '#features/score/report/placeWords'

/**
 * The passages attached to the item at hand, found again in the report as it is now. What has moved is shown where it stands; what cannot
 * be found, or only its look-alikes, stays an orphan with its quote until a person assigns it anew, keeps it or removes it.
 */
export function useEvidence(options: {
  readonly report: () => ReportRecord | null | undefined
  readonly outline: () => readonly OutlineNode[]
  readonly work: () => ItemWork | null
  /** Another item, unit or person: what was under way there is over. */
  readonly placeKey: () => string
  readonly change: (patch: Pick<ItemWork, 'evidence'>) => void
}) {
  /** The passage that the next selection takes the place of. */
  const replacing = shallowRef<number | null>(null)
  const anchors = computed(() => options.work()?.evidence ?? [])
  const located = computed(() => {
    const report = options.report()
    return anchors.value.map((anchor) => (report ? locateAnchor(report.text, report.textHash, anchor) : null))
  })
  const spans = computed(() => located.value.map((place): Span | null => (place?.kind === 'exact' || place?.kind === 'moved' ? { start: place.start, end: place.end } : null)))
  const rows = computed((): EvidenceRow[] => {
    const report = options.report()
    return anchors.value.map((anchor, index) => {
      const [span, place] = [spans.value[index], located.value[index]]
      if (span && report) return { quote: anchor.quote, place: placeOf(report, options.outline(), span.start), status: 'found' }
      if (report === undefined) return { quote: anchor.quote, place: null, status: 'reading' }
      if (report === null) return { quote: anchor.quote, place: null, status: 'no-report' }
      return { quote: anchor.quote, place: null, status: anchor.keptFor === report.textHash ? 'kept' : place?.kind === 'ambiguous' ? 'ambiguous' : 'lost' }
    })
  })

  /** Attaches a passage, or puts it in the place of another; the index it has then, null where it is attached already. */
  function attach(span: Span, instead: number | null): number | null {
    const report = options.report()
    const target = instead ?? replacing.value
    if (!report || spans.value.some((known, index) => index !== target && known?.start === span.start && known.end === span.end)) return null
    const anchor = makeAnchor({ reportId: report.id, textHash: report.textHash, text: report.text, start: span.start, end: span.end })
    const index = target !== null && target < anchors.value.length ? target : anchors.value.length
    replacing.value = null
    options.change({ evidence: anchors.value.toSpliced(index, 1, anchor) })
    return index
  }

  function remove(index: number): void {
    replacing.value = null
    options.change({ evidence: anchors.value.toSpliced(index, 1) })
  }

  /** The person has seen that the text does not hold it (any more) and lets the quote stand as it was: a fact of the judgement, for this text. */
  function keep(index: number): void {
    const [anchor, report] = [anchors.value[index], options.report()]
    if (anchor && report) options.change({ evidence: anchors.value.with(index, { ...anchor, keptFor: report.textHash }) })
  }

  function replace(index: number | null): void {
    replacing.value = index
  }

  watch(options.placeKey, () => { replacing.value = null })

  return { spans, rows, replacing, attach, remove, keep, replace }
}
