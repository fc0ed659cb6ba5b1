import type { Sha256, UnitId } from '#core/ids'
import type { FileReview } from '#features/collect/intake/fileReview'
import type { KnownProject } from '#features/collect/intake/knownProject'
import { haveSameWords, wordsKey } from '#features/collect/intake/sameWords'
import { reviewDoubts, unitKeyOf, type Doubt } from '#features/collect/intake/reviewDoubts'

/** The same report twice: same bytes, or the same text after cleaning; within a drop whatever the blanks, for one report may come in two formats. */
export type Twin =
  | { readonly where: 'drop'; readonly same: 'bytes' | 'text'; readonly key: string; readonly fileName: string }
  /** `isOlder`: the same as a version that a newer one took the place of. */
  | { readonly where: 'project'; readonly same: 'bytes' | 'text'; readonly unitId: UnitId; readonly isOlder: boolean }

export interface JudgedFile {
  readonly review: FileReview
  readonly twin: Twin | null
  readonly doubts: readonly Doubt[]
  /** skipped: left out, by the person or as a twin · open: questions left · ready: goes in with 入库. */
  readonly status: 'skipped' | 'open' | 'ready'
}

/** Every file of the drop with its twin, its doubts and its state, in order: the first of two twins is the one that counts. */
export function judgeFiles(reviews: readonly FileReview[], project: KnownProject): JudgedFile[] {
  const seen = { bytes: new Map<Sha256, FileReview>(), words: new Map<string, FileReview>(), units: new Map<string, FileReview>() }
  return reviews.map((review) => {
    const twin = findTwin(review, seen, project)
    if (review.skipped || (twin !== null && review.twin === 'skip')) return { review, twin, doubts: [], status: 'skipped' }
    const doubts = reviewDoubts(review, { project, takenUnits: seen.units })
    const { bytesHash } = review.proposal
    const words = wordsKey(review.proposal)
    const unitKey = unitKeyOf(review)
    if (!seen.bytes.has(bytesHash)) seen.bytes.set(bytesHash, review)
    if (!seen.words.has(words)) seen.words.set(words, review)
    if (unitKey !== null && !seen.units.has(unitKey)) seen.units.set(unitKey, review)
    return { review, twin, doubts, status: doubts.length > 0 ? 'open' : 'ready' }
  })
}

function findTwin({ proposal }: FileReview, seen: { readonly bytes: ReadonlyMap<Sha256, FileReview>; readonly words: ReadonlyMap<string, FileReview> }, project: KnownProject): Twin | null {
  for (const same of ['bytes', 'text'] as const) {
    const report = same === 'bytes' ? project.byBytes.get(proposal.bytesHash) : project.byText.get(proposal.textHash)
    if (report) return { where: 'project', same, unitId: report.unitId, isOlder: report.supersededBy !== null }
    const file = same === 'bytes' ? seen.bytes.get(proposal.bytesHash) : seen.words.get(wordsKey(proposal))
    if (file && (same === 'bytes' || haveSameWords(file.proposal, proposal))) return { where: 'drop', same, key: file.key, fileName: file.proposal.fileName }
  }
  return null
}
