import { equalPoints, type Points } from '#core/points'
import type { Mark } from '#core/records/packScorecard'
import { bodyOf } from '#core/rubric/bodyOf'
import type { RubricItem, UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { ItemPair } from '#core/rubric/version/pairItems'
import { checkEntry } from '#core/scoring/checkEntry'
import { scoreItem, type ItemScore } from '#core/scoring/scoreItem'

/**
 * What becomes of a mark that is let stand. kept: it fits and brings the same · recalculated: it fits and brings other points ·
 * misfit: the new version does not allow it, so somebody has to answer anew · dropped: the item is gone, the mark no longer counts.
 */
export type MarkOutcome =
  | { readonly kind: 'kept' }
  | { readonly kind: 'recalculated'; readonly from: Points | null; readonly to: Points | null }
  | { readonly kind: 'misfit' }
  | { readonly kind: 'dropped' }

type JudgedMark = Pick<Mark, 'state' | 'answer' | 'note'>
interface JudgedUnit {
  readonly kind: UnitKind
  readonly level: UnitLevel
}

/**
 * Judges one mark, pending ones included (they stay pending: kept). An item whose structure did not change is not scored anew, since
 * nothing in it can bring other points. Points given by place (R8) are not known before all units are in: under a changed rule they
 * count as recalculated, from and to null.
 */
export function judgeMark({ before, after, change }: ItemPair, unit: JudgedUnit, year: number, mark: JudgedMark): MarkOutcome {
  if (!after) return { kind: 'dropped' }
  if (change !== 'structure' || mark.state === 'pending' || mark.state === 'unscored') return { kind: 'kept' }
  if (!bodyOf(after, unit).applies) return leaveOut(before, unit, year, mark)
  if (checkEntry(after, unit, year, mark).length > 0) return { kind: 'misfit' }
  const now = scoreItem(after, unit, year, mark.state, mark.answer)
  if (!now.ok) return { kind: 'misfit' }
  const old = before && scoreItem(before, unit, year, mark.state, mark.answer)
  const was = old?.ok ? old.value : null
  return was && isSame(was, now.value) ? { kind: 'kept' } : { kind: 'recalculated', from: was?.points ?? null, to: now.value.points }
}

/** For such bodies the new version asks nothing any more: there is nothing to reopen, and points that were there go. */
function leaveOut(before: RubricItem | null, unit: JudgedUnit, year: number, mark: JudgedMark): MarkOutcome {
  const old = before && scoreItem(before, unit, year, mark.state, mark.answer)
  const from = old?.ok ? old.value.points : null
  return from ? { kind: 'recalculated', from, to: null } : { kind: 'kept' }
}

function isSame(was: ItemScore, now: ItemScore): boolean {
  if (was.state !== now.state) return false
  if (was.points && now.points) return equalPoints(was.points, now.points)
  return was.points === now.points && now.state !== 'scored'
}
