import { fateOfPassage, type PassageFate, type TextVersion } from '#core/evidence/fateOfPassage'
import type { VersionPassage } from '#core/evidence/compareVersions'
import type { AssessorId, ItemId, ReportId } from '#core/ids'
import type { Scorecard } from '#core/records/packScorecard'
import type { ItemState } from '#core/scoring/itemState'

/** One judgement and what became of the passages it cites. */
export interface ItemFate {
  readonly assessorId: AssessorId
  readonly itemId: ItemId
  readonly state: ItemState
  /** The worst of its passages. */
  readonly kind: PassageFate['kind']
  readonly passages: readonly (PassageFate & { readonly quote: string })[]
  /** Pending already: nothing to reopen. */
  readonly isOpen: boolean
}

export interface FatesOfAssessor {
  readonly assessorId: AssessorId
  /** In the order of the rubric. */
  readonly items: readonly ItemFate[]
  /** Judgements without a cited passage: nothing can be said of them. */
  readonly uncited: number
}

const worstFirst: readonly PassageFate['kind'][] = ['vanished', 'changed', 'nearby', 'stayed']

/**
 * What a newer version does to the judgements of a unit, by assessor. Passages cited from the newer version itself stay; those of a still
 * older version are looked for in the one before.
 */
export function itemFates(
  cards: readonly Scorecard[],
  versions: { readonly before: TextVersion; readonly after: TextVersion & { readonly id: ReportId } },
  passages: readonly VersionPassage[],
  order: readonly ItemId[],
): FatesOfAssessor[] {
  const rank = new Map(order.map((itemId, index) => [itemId, index]))
  return cards.map(({ assessorId, marks }) => {
    const items: ItemFate[] = []
    let uncited = 0
    for (const [itemId, { state, evidence }] of marks) {
      if (state === 'unscored') continue
      if (evidence.length === 0) {
        if (state !== 'pending') uncited += 1
        continue
      }
      const fates = evidence.map((anchor) => ({
        quote: anchor.quote,
        ...(anchor.reportId === versions.after.id ? { kind: 'stayed' as const, before: null, after: { start: anchor.start, end: anchor.end } } : fateOfPassage(anchor, versions.before, versions.after, passages)),
      }))
      items.push({ assessorId, itemId, state, kind: worstFirst.find((kind) => fates.some((fate) => fate.kind === kind))!, passages: fates, isOpen: state === 'pending' })
    }
    return { assessorId, uncited, items: items.sort((a, b) => (rank.get(a.itemId) ?? Infinity) - (rank.get(b.itemId) ?? Infinity)) }
  })
}
