import { shallowRef, watch, type ShallowRef } from 'vue'
import type { ProjectId, Sha256 } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { lengthOfText } from '#core/text/lengthOfText'
import { reportOfUnit } from '#storage/queries/reportOfUnit'

/**
 * Lengths of the reports in sight, by the hash of their text. Summaries carry no text, and a list of thousands must not read them all:
 * each is read once, when its row first comes into sight.
 */
export function useReportLengths(projectId: ProjectId, inSight: () => readonly ReportSummary[]): Readonly<ShallowRef<ReadonlyMap<Sha256, number>>> {
  const lengths = shallowRef<ReadonlyMap<Sha256, number>>(new Map())
  const asked = new Set<Sha256>()

  async function measure(reports: readonly ReportSummary[]): Promise<void> {
    for (const { unitId, textHash } of reports) {
      if (asked.has(textHash)) continue
      asked.add(textHash)
      const report = await reportOfUnit(projectId, unitId)
      if (report) lengths.value = new Map(lengths.value).set(report.textHash, lengthOfText(report.text))
    }
  }

  // A read that fails is nobody's to handle here: it reaches the last resort.
  watch(inSight, (reports) => void measure(reports), { immediate: true })
  return lengths
}
