import type { BodyLayout, LaidItem } from '#core/aggregation/bodyLayout'
import type { Range } from '#core/aggregation/scoreTree'
import type { ItemId } from '#core/ids'
import { zeroPoints } from '#core/points'
import type { UnitKind, UnitLevel, VetoEffect } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { openScore, scoreBodyItem, type ItemScore } from '#core/scoring/scoreItem'

/** What one assessor (or the settled layer) holds on one unit. An item without a mark is unscored. */
export interface UnitMarks {
  readonly kind: UnitKind
  readonly level: UnitLevel
  readonly marks: ReadonlyMap<ItemId, ItemMark>
}

export interface ItemMark {
  readonly state: ItemState
  readonly answer: Answer | null
}

/** A unit with every item scored, each list in the order of its layout. */
export interface UnitScores {
  readonly layout: BodyLayout
  readonly items: readonly ItemScore[]
  readonly sources: readonly ItemScore[]
  readonly bonus: readonly ItemScore[]
  readonly negative: readonly ItemScore[]
  readonly vetoes: readonly VetoScore[]
  /** What the own items come to where the assessors' totals are merged, not their items (METHOD §6A.12); null: nothing applies. */
  readonly mergedTotal?: Range | null
}

export interface VetoScore {
  readonly state: ItemState
  readonly effect: VetoEffect
  /** Established; an effect that is only pending follows nowhere but into the reason why the unit has no place. */
  readonly applies: boolean
}

/**
 * Scores every item of a unit. A stored answer that no longer fits its rule counts as pending, never as zero: it is open until someone
 * looks at it. A source of the total that nobody has entered is open like any item. Outside the base total an item that nobody has recorded is none: it adds nothing, takes nothing and vetoes nothing;
 * one that is pending is open (docs/decisions/0011).
 */
export function scoreUnit(layout: BodyLayout, year: number, marks: UnitMarks['marks']): UnitScores {
  return {
    layout,
    items: layout.items.map((laid) => scoreLaid(laid, year, marks.get(laid.item.id))),
    sources: layout.sources.map((laid) => scoreLaid(laid, year, marks.get(laid.item.id))),
    bonus: layout.bonus.map((laid) => scoreOutside(laid, year, marks.get(laid.item.id))),
    negative: layout.negative.map((laid) => scoreOutside(laid, year, marks.get(laid.item.id))),
    vetoes: layout.vetoes.flatMap((laid) => scoreVetoItem(laid, year, marks.get(laid.item.id))),
  }
}

function scoreLaid({ body }: LaidItem, year: number, mark: ItemMark | undefined): ItemScore {
  const score = scoreBodyItem(body, year, mark?.state ?? 'unscored', mark?.answer ?? null)
  return score.ok ? score.value : openScore(body, 'pending')
}

function scoreOutside(laid: LaidItem, year: number, mark: ItemMark | undefined): ItemScore {
  const score = scoreLaid(laid, year, mark)
  return score.state === 'unscored' ? { ...score, range: { low: zeroPoints, high: zeroPoints } } : score
}

function scoreVetoItem(laid: LaidItem, year: number, mark: ItemMark | undefined): VetoScore[] {
  const { rule } = laid.body
  if (rule.kind !== 'veto') return []
  const { state } = scoreLaid(laid, year, mark)
  return [{ state, effect: rule.effect, applies: state === 'scored' && mark?.answer?.kind === 'veto' && mark.answer.applies }]
}
