import { rollUpUnits } from '#core/aggregation/rollUpUnits'
import type { TotalRange } from '#core/aggregation/scoreTree'
import type { AssessorId, UnitId } from '#core/ids'
import type { ItemEffect, ScoredWork } from '#core/rubric/effectOnScores'
import type { Rubric } from '#core/rubric/rubric'
import { changeMarks, marksAfter, type ChosenPolicies } from '#core/rubric/version/changeMarks'

/** One scorecard's total under both versions. Null: nothing applies, so there is none. A range: items are open. */
export interface TotalChange {
  readonly unitId: UnitId
  readonly assessorId: AssessorId
  readonly before: TotalRange | null
  readonly after: TotalRange | null
  /** How many of its items are reopened. */
  readonly reopened: number
}

/** What adopting under these policies does to the total of every scorecard, in the order of the cards. Cards of unknown units are left out. */
export function compareTotals(before: Rubric, after: Rubric, work: ScoredWork, effects: readonly ItemEffect[], policies: ChosenPolicies): TotalChange[] {
  const units = new Map(work.units.map((unit) => [unit.id, unit]))
  const rows = work.cards.flatMap((card) => {
    const unit = units.get(card.unitId)
    return unit ? [{ card, unit, changes: changeMarks(effects, policies, work.year, unit, card) }] : []
  })
  const old = rollUpUnits(before, work.year, rows.map(({ unit: { kind, level }, card }) => ({ kind, level, marks: card.marks })))
  const now = rollUpUnits(after, work.year, rows.map(({ unit: { kind, level }, card, changes }) => ({ kind, level, marks: marksAfter(card, changes) })))
  return rows.map(({ card, changes }, index) => ({
    unitId: card.unitId,
    assessorId: card.assessorId,
    before: old[index]?.total ?? null,
    after: now[index]?.total ?? null,
    reopened: changes.filter(({ kind }) => kind === 'reopened').length,
  }))
}
