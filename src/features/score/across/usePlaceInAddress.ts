import { nextTick, watch } from 'vue'
import { useRoute } from 'vue-router'
import type { ReportRecord } from '#core/records/reportRecord'
import type { Span } from '#features/score/report/findMatches'

/** An address with `?at=120-128` opens the unit's report there, once; the address itself forgets it with the next step. */
export function usePlaceInAddress(report: () => ReportRecord | null | undefined, show: (span: Span) => void): void {
  const route = useRoute()
  const unitId = route.params['unitId']
  const asked = /^(\d{1,9})-(\d{1,9})$/.exec(String(route.query['at'] ?? ''))
  if (!asked) return
  const span = { start: Number(asked[1]), end: Number(asked[2]) }
  const stop = watch(report, async (now) => {
    if (!now) return
    void Promise.resolve().then(() => stop())
    if (now.unitId !== unitId || span.end <= span.start || span.end > now.text.length) return
    await nextTick()
    show(span)
  }, { immediate: true, flush: 'post' })
}
