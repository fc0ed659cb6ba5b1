import { shallowRef, triggerRef } from 'vue'
import type { ProjectId, ReportId } from '#core/ids'
import { pageAt } from '#core/records/textEdits'
import type { ReportRecord } from '#core/records/reportRecord'
import type { OutlineNode } from '#core/text/reportProposal'
import { splitOutline } from '#core/text/splitOutline'
import { hitPlace, type HitPlace } from '#features/search/hitPlace'
import { reportOf } from '#storage/queries/reportOf'

export interface ReportReading {
  readonly report: ReportRecord
  readonly outline: readonly OutlineNode[]
}

/** Texts that are kept: those of the lists one scrolls through. */
const mostKept = 60

/** Reads the reports whose places are in sight, each once; `forget` when reports have changed. */
export function useReportTexts(projectId: () => ProjectId) {
  const kept = shallowRef(new Map<ReportId, ReportReading | 'reading'>())

  /** null: not read yet, and being read from now on. */
  function readingOf(reportId: ReportId): ReportReading | null {
    const known = kept.value.get(reportId)
    if (known) return known === 'reading' ? null : known
    kept.value.set(reportId, 'reading')
    void read(reportId, kept.value)
    return null
  }

  async function read(reportId: ReportId, into: Map<ReportId, ReportReading | 'reading'>): Promise<void> {
    const report = await reportOf(projectId(), reportId)
    if (into !== kept.value || !report) return
    // The oldest goes first; what is still in sight is read again when it is asked for.
    for (const oldest of into.keys()) {
      if (into.size <= mostKept) break
      if (into.get(oldest) !== 'reading') into.delete(oldest)
    }
    into.set(reportId, { report, outline: splitOutline(report.text) })
    triggerRef(kept)
  }

  function placeOf(reportId: ReportId, offset: number): (HitPlace & { readonly page: number | null }) | null {
    const reading = readingOf(reportId)
    return reading && { ...hitPlace(reading.outline, offset), page: pageAt(reading.report, offset) }
  }

  function forget(): void {
    kept.value = new Map()
  }

  return { readingOf, placeOf, forget }
}
