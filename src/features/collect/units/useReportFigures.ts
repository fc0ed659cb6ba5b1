import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { ProjectId, Sha256 } from '#core/ids'
import type { ReportSummary } from '#core/records/reportRecord'
import { lengthOfText } from '#core/text/lengthOfText'
import { reportOf } from '#storage/queries/reportOf'
import { findingsOfUnit } from '#workflows/suggestAnswers'

export interface ReportFigures {
  readonly length: number
  /** 0 = the format has no pages. */
  readonly pages: number
  /** Numbers of the report that contradict each other; null = not checked yet. */
  readonly conflicts: number | null
}

/** What was counted once holds for this text, also when the desk is opened again. */
const known = new Map<Sha256, ReportFigures>()

/**
 * Figures of the reports in sight, by the hash of their text. Summaries carry no text, and a list of thousands must not read them all: each
 * is read and checked, one after the other, while its row is in sight.
 */
export function useReportFigures(projectId: ProjectId, inSight: () => readonly ReportSummary[]): Readonly<ShallowRef<ReadonlyMap<Sha256, ReportFigures>>> {
  const figures = shallowRef<ReadonlyMap<Sha256, ReportFigures>>(known)
  const checked = new Set<Sha256>()
  let isAtWork = false
  let isGone = false

  function tell(hash: Sha256, found: ReportFigures): void {
    known.set(hash, found)
    figures.value = new Map(known)
  }

  async function work(): Promise<void> {
    if (isAtWork) return
    isAtWork = true
    try {
      for (let next = choose(); next && !isGone; next = choose()) await measure(next)
    } finally {
      isAtWork = false
    }
  }

  /** Lengths first: they are there at once, the check of the numbers takes its time. */
  function choose(): ReportSummary | undefined {
    const reports = inSight()
    return reports.find(({ textHash }) => !known.has(textHash) && !checked.has(textHash)) ?? reports.find(({ textHash }) => known.get(textHash)?.conflicts === null && !checked.has(textHash))
  }

  async function measure({ id, unitId, textHash }: ReportSummary): Promise<void> {
    const standing = known.get(textHash)
    if (standing) {
      checked.add(textHash)
      const { findings } = await findingsOfUnit(projectId, unitId)
      tell(textHash, { ...standing, conflicts: findings.filter(({ verdict }) => verdict === 'conflicts').length })
      return
    }
    const report = await reportOf(projectId, id)
    if (report) tell(report.textHash, { length: lengthOfText(report.text), pages: report.pages.length, conflicts: null })
    // Removed or edited in the meantime: the row will come with another hash, or not at all.
    if (report?.textHash !== textHash) checked.add(textHash)
  }

  // A read that fails is nobody's to handle here: it reaches the last resort.
  watch(inSight, () => void work(), { immediate: true })
  onScopeDispose(() => { isGone = true })
  return figures
}
