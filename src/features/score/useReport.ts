import { computed, shallowRef, watch } from 'vue'
import type { ProjectId, UnitId } from '#core/ids'
import type { ReportRecord } from '#core/records/reportRecord'
import { reportOfUnit } from '#storage/queries/reportOfUnit'
import { watchReports } from '#storage/queries/watchReports'
import { useLive } from '#ui/useLive'

/** The report of the unit at hand, read again when it is imported or corrected elsewhere. undefined: still reading; null: there is none. */
export function useReport(projectId: () => ProjectId, unitId: () => UnitId | null) {
  const report = shallowRef<ReportRecord | null | undefined>(undefined)
  const { value: summaries } = useLive(() => watchReports(projectId()))
  const version = computed(() => {
    const own = summaries.value?.filter((summary) => summary.unitId === unitId())
    return own && `${unitId()} ${JSON.stringify(own)}`
  })
  let asked = 0

  watch(version, async (now) => {
    const unit = unitId()
    asked += 1
    const mine = asked
    if (report.value?.unitId !== unit) report.value = undefined
    if (now === undefined || unit === null) return
    const found = await reportOfUnit(projectId(), unit)
    if (mine === asked) report.value = found ?? null
  }, { immediate: true })

  return { report, summaries }
}
