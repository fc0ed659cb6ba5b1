import { comparePoints, type Points } from '#core/points'
import type { Rule, RubricItem, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { bodyOf } from '#core/rubric/bodyOf'
import type { Answer, AnswerProblem } from '#core/scoring/answer'
import type { ItemState } from '#core/scoring/itemState'
import { scoreItem } from '#core/scoring/scoreItem'

/** Why a judgement is refused before it is written. */
export type EntryProblem =
  | { readonly kind: 'answer-missing' }
  | { readonly kind: 'answer-not-expected' }
  | { readonly kind: 'answer-refused'; readonly problem: AnswerProblem }
  | { readonly kind: 'not-applicable-not-allowed' }
  /** By the rubric the item is not applicable to such bodies. */
  | { readonly kind: 'does-not-apply' }
  | { readonly kind: 'reason-required' }
  | { readonly kind: 'note-too-long'; readonly limit: number }
  | { readonly kind: 'unknown-item' }
  | { readonly kind: 'unknown-unit' }
  | { readonly kind: 'no-assessor' }
  | { readonly kind: 'stale' }

const noteLimit = 10_000

/**
 * Whether a judgement is sound for this item and unit; empty = sound. 不适用 needs the rubric's leave and a reason (METHOD §2);
 * 酌情 needs a note below M (R10), and a veto that applies the reason for it. Pending and unscored need nothing. Where the rubric says that the item does not apply to such
 * bodies there is nothing to judge; 不适用 may be written there without a reason.
 */
export function checkEntry(
  item: RubricItem,
  unit: { readonly kind: UnitKind; readonly level: UnitLevel },
  year: number,
  draft: { readonly state: ItemState; readonly answer: Answer | null; readonly note: string },
): EntryProblem[] {
  const problems: EntryProblem[] = []
  if (draft.note.length > noteLimit) problems.push({ kind: 'note-too-long', limit: noteLimit })
  const body = bodyOf(item, unit)
  if (!body.applies && (draft.state === 'scored' || draft.state === 'notFound' || draft.state === 'pending')) problems.push({ kind: 'does-not-apply' })
  if (draft.state !== 'scored') {
    if (draft.answer) problems.push({ kind: 'answer-not-expected' })
    if (draft.state === 'notApplicable' && body.applies) {
      if (!item.notApplicable) problems.push({ kind: 'not-applicable-not-allowed' })
      if (draft.note.trim() === '') problems.push({ kind: 'reason-required' })
    }
    return problems
  }
  if (!draft.answer) return [...problems, { kind: 'answer-missing' }]
  const score = scoreItem(item, unit, year, 'scored', draft.answer)
  if (!score.ok) return [...problems, { kind: 'answer-refused', problem: score.problem }]
  if (draft.note.trim() === '' && asksForNote(body.rule, body.full, score.value.points, draft.answer)) {
    problems.push({ kind: 'answer-refused', problem: { kind: 'note-required' } })
  }
  return problems
}

/** Judgements that nobody could follow without their reason. */
function asksForNote(rule: Rule, full: Points, points: Points | null, answer: Answer): boolean {
  if (rule.kind === 'judge') return points !== null && comparePoints(points, full) < 0
  return answer.kind === 'veto' && answer.applies
}
