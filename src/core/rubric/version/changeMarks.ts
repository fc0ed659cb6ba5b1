import type { EntryId, ItemId } from '#core/ids'
import type { Mark, Scorecard } from '#core/records/packScorecard'
import { bodyOf } from '#core/rubric/bodyOf'
import type { ItemEffect, ScoredUnit } from '#core/rubric/effectOnScores'
import type { ItemPolicy } from '#core/rubric/version/itemPolicy'
import { judgeMark } from '#core/rubric/version/judgeMark'
import { oldIdOf } from '#core/rubric/version/pairItems'

/** Chosen policies by the items' new ids; an item that is not in it follows its preset. */
export type ChosenPolicies = ReadonlyMap<ItemId, ItemPolicy>

/** One entry that adopting appends to a scorecard. */
export interface MarkChange {
  readonly kind: 'reopened' | 'carried'
  readonly effect: ItemEffect
  readonly itemId: ItemId
  /** The entry that stands on the item now; null only for one that is carried to an item without any. */
  readonly replaces: EntryId | null
  /** What it was: the judgement that is opened again, or carried over. */
  readonly mark: Mark
}

/**
 * What adopting appends to one scorecard under the chosen policies: the same for the table that is shown beforehand and for the entries
 * that are written. Reopened are judgements (pending ones are open already), carried over are all marks of a renamed item. Where the new
 * version asks nothing of such bodies nothing is reopened.
 */
export function changeMarks(effects: readonly ItemEffect[], policies: ChosenPolicies, year: number, unit: ScoredUnit, card: Scorecard): MarkChange[] {
  return effects.flatMap((effect): MarkChange[] => {
    const policy = policyOf(effect, policies)
    const mark = card.marks.get(oldIdOf(effect))
    if (!mark || mark.state === 'unscored' || policy === null || policy === 'leave') return []
    const { itemId } = effect
    const replaces = card.marks.get(itemId)?.entryId ?? null
    if (policy === 'carry') return [{ kind: 'carried', effect, itemId, replaces, mark }]
    if (mark.state === 'pending' || !effect.after || !bodyOf(effect.after, unit).applies) return []
    if (policy === 'keep' && judgeMark(effect, unit, year, mark).kind !== 'misfit') return []
    return [{ kind: 'reopened', effect, itemId, replaces, mark }]
  })
}

/** The chosen policy, or the preset where none was chosen or the chosen one is not open to the item. */
export function policyOf(effect: ItemEffect, policies: ChosenPolicies): ItemPolicy | null {
  const chosen = policies.get(effect.itemId)
  return chosen !== undefined && effect.policies.includes(chosen) ? chosen : effect.preset
}

/** The marks of a scorecard as they stand after adopting, for its total under the new version. */
export function marksAfter(card: Scorecard, changes: readonly MarkChange[]): ReadonlyMap<ItemId, Pick<Mark, 'state' | 'answer'>> {
  const marks = new Map<ItemId, Pick<Mark, 'state' | 'answer'>>(card.marks)
  for (const { kind, itemId, mark } of changes) marks.set(itemId, kind === 'carried' ? mark : { state: 'pending', answer: null })
  return marks
}
