import type { Anchor } from '#core/evidence/anchor'
import { locateAnchor } from '#core/evidence/locateAnchor'
import type { AssessorId, ItemId, ReportId, Sha256 } from '#core/ids'
import type { Scorecard } from '#core/records/packScorecard'
import type { Span } from '#features/collect/reading/reportPieces'

/** A passage that an assessor cited for an item of the unit. */
export interface Citation {
  readonly assessorId: AssessorId
  readonly itemId: ItemId
  readonly anchor: Anchor
}

export interface TextState {
  readonly text: string
  readonly textHash: Sha256
}

/** What a change of the text did to the passages that were found in it before. */
export interface EffectOnCitations {
  readonly stayed: number
  readonly moved: number
  /** Found before, not beyond doubt now: a person has to look. */
  readonly lost: readonly Citation[]
}

export function citationsOf(cards: readonly Scorecard[]): Citation[] {
  return cards.flatMap(({ assessorId, marks }) => [...marks].flatMap(([itemId, { evidence }]) => evidence.map((anchor) => ({ assessorId, itemId, anchor }))))
}

export function placeOfCitation({ text, textHash }: TextState, { anchor }: Citation): Span | null {
  const found = locateAnchor(text, textHash, anchor)
  return found.kind === 'exact' || found.kind === 'moved' ? { start: found.start, end: found.end } : null
}

export function effectOfChange(citations: readonly Citation[], before: TextState, after: TextState): EffectOnCitations {
  let [stayed, moved] = [0, 0]
  const lost: Citation[] = []
  for (const citation of citations) {
    const stood = placeOfCitation(before, citation)
    if (!stood) continue
    const stands = placeOfCitation(after, citation)
    if (!stands) lost.push(citation)
    else if (stands.start === stood.start) stayed += 1
    else moved += 1
  }
  return { stayed, moved, lost }
}

/** Passages cited from this report that cannot be found in it as it is now. */
export function orphansOf(citations: readonly Citation[], report: TextState & { readonly id: ReportId }): Citation[] {
  return citations.filter((citation) => citation.anchor.reportId === report.id && !placeOfCitation(report, citation))
}
