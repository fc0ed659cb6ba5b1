import type { Sha256, UnitId } from '#core/ids'
import type { FileReview, KnownUnit } from '#features/collect/intake/fileReview'
import { reviewDoubts, type Doubt } from '#features/collect/intake/reviewDoubts'

/** The same report twice: same bytes, or the same text after cleaning. */
export type Twin =
  | { readonly where: 'drop'; readonly same: 'bytes' | 'text'; readonly fileName: string }
  | { readonly where: 'project'; readonly same: 'bytes' | 'text'; readonly unitId: UnitId }

export interface JudgedFile {
  readonly review: FileReview
  readonly twin: Twin | null
  readonly doubts: readonly Doubt[]
  /** skipped: left out, by the person or as a twin · open: questions left · ready: goes in with 入库. */
  readonly status: 'skipped' | 'open' | 'ready'
}

export interface KnownReport {
  readonly unitId: UnitId
  readonly bytesHash: Sha256
  readonly textHash: Sha256
}

/** Every file of the drop with its twin, its doubts and its state, in order: the first of two twins is the one that counts. */
export function judgeFiles(reviews: readonly FileReview[], project: { readonly year: number; readonly units: readonly KnownUnit[]; readonly reports: readonly KnownReport[] }): JudgedFile[] {
  const reportedUnits = new Set(project.reports.map((report) => report.unitId))
  const counted: FileReview[] = []
  return reviews.map((review) => {
    const twin = findTwin(review, counted, project.reports)
    if (review.skipped || (twin !== null && review.twin === 'skip')) return { review, twin, doubts: [], status: 'skipped' }
    const doubts = reviewDoubts(review, { projectYear: project.year, units: project.units, reportedUnits, earlier: counted })
    counted.push(review)
    return { review, twin, doubts, status: doubts.length > 0 ? 'open' : 'ready' }
  })
}

function findTwin(review: FileReview, earlier: readonly FileReview[], reports: readonly KnownReport[]): Twin | null {
  const { bytesHash, textHash } = review.proposal
  for (const same of ['bytes', 'text'] as const) {
    const isSame = (other: { readonly bytesHash: Sha256; readonly textHash: Sha256 }): boolean => (same === 'bytes' ? other.bytesHash === bytesHash : other.textHash === textHash)
    const report = reports.find(isSame)
    if (report) return { where: 'project', same, unitId: report.unitId }
    const file = earlier.find((other) => isSame(other.proposal))
    if (file) return { where: 'drop', same, fileName: file.proposal.fileName }
  }
  return null
}
