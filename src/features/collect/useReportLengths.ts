import { shallowRef, watch, type ShallowRef } from 'vue'
import type { ProjectId, Sha256 } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { reportOfUnit } from '#storage/queries/reportOfUnit'

/** Length as METHOD §6A.29 counts it: characters that are no white space. */
export function lengthOfText(text: string): number {
  return [...text.replace(/\s/g, '')].length
}

/**
 * Lengths of the reports in sight, by the hash of their text. Summaries carry no text, and a list of thousands must not read them all:
 * each is read once, when its row first comes into sight.
 */
export function useReportLengths(projectId: ProjectId, inSight: () => readonly ReportSummary[]): Readonly<ShallowRef<ReadonlyMap<Sha256, number>>> {
  const lengths = shallowRef<ReadonlyMap<Sha256, number>>(new Map())
  let queue: Promise<void> = Promise.resolve()

  async function measure(reports: readonly ReportSummary[]): Promise<void> {
    const found = new Map(lengths.value)
    for (const { unitId } of reports.filter(({ textHash }) => !found.has(textHash))) {
      const report = await reportOfUnit(projectId, unitId)
      if (report) found.set(report.textHash, lengthOfText(report.text))
    }
    if (found.size > lengths.value.size) lengths.value = found
  }

  watch(inSight, (reports) => {
    queue = queue.then(() => measure(reports)).catch(() => undefined)
  }, { immediate: true })
  return lengths
}
