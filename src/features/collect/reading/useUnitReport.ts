import { computed, shallowRef, watch } from 'vue'
import type { ProjectId, ReportId, UnitId } from '#core/ids'
import { currentReport } from '#core/records/currentReport'
import type { ReportRecord } from '#core/records/reportRecord'
import { reportOf } from '#storage/queries/reportOf'
import { watchProject } from '#storage/queries/watchProject'
import { watchReports } from '#storage/queries/watchReports'
import { watchUnits } from '#storage/queries/watchUnits'
import { useLive } from '#ui/useLive'

/**
 * A unit with the versions of its report, and one of them with its text: the one asked for, else the one that stands. While `isHeld` the
 * text is not read again: whoever changes it many times in a row shows the outcome.
 */
export function useUnitReport(projectId: () => ProjectId, unitId: () => UnitId, versionId: () => ReportId | null, isHeld: () => boolean = () => false) {
  const { value: project } = useLive(() => watchProject(projectId()))
  const { value: units } = useLive(() => watchUnits(projectId()))
  const { value: reports, error } = useLive(() => watchReports(projectId()))
  const unit = computed(() => units.value?.find(({ id, removedAt }) => id === unitId() && removedAt === null) ?? null)
  /** The last imported first. */
  const versions = computed(() => (reports.value ?? []).filter((report) => report.unitId === unitId()).toReversed())
  const standing = computed(() => currentReport(versions.value) ?? null)
  const wanted = computed(() => versions.value.find(({ id }) => id === versionId()) ?? standing.value)
  const isLoaded = computed(() => project.value !== undefined && units.value !== undefined && reports.value !== undefined)
  const report = shallowRef<ReportRecord | null | undefined>(undefined)
  let asked = 0

  // Another report of the project coming in does not concern this one; the record is compared, not the list.
  watch(() => (isLoaded.value && !isHeld() ? JSON.stringify(wanted.value) : null), async (now) => {
    asked += 1
    const mine = asked
    if (now === null) return
    const found = wanted.value ? await reportOf(projectId(), wanted.value.id) : undefined
    if (mine === asked) report.value = found ?? null
  }, { immediate: true })

  return { project, unit, units, versions, standing, report, error }
}
