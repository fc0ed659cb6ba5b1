import type { TotalRange } from '#core/aggregation/scoreTree'
import type { UnitMarks } from '#core/aggregation/scoreUnit'
import type { UnitId } from '#core/ids'
import { rankProject } from '#core/ranking/rankProject'
import type { Scorecard } from '#core/records/packScorecard'
import type { ProjectSettings } from '#core/records/projectRecord'
import type { UnitRecord } from '#core/records/unitRecord'
import type { ItemEffect } from '#core/rubric/effectOnScores'
import type { Rubric } from '#core/rubric/rubric'
import { changeMarks, marksAfter, type ChosenPolicies } from '#core/rubric/version/changeMarks'

/** One unit's total under both versions. Null: nothing applies, so there is none. A range: items are open. */
export interface TotalChange {
  readonly unitId: UnitId
  readonly before: TotalRange | null
  readonly after: TotalRange | null
  /** How many of its items are reopened. */
  readonly reopened: number
}

/** One assessor's work and what it is scored against. */
export interface ComparedWork {
  readonly before: Rubric
  readonly after: Rubric
  readonly project: { readonly year: number; readonly settings: ProjectSettings }
  /** Those that would be ranked: archived and removed ones are the caller's to leave out. */
  readonly units: readonly UnitRecord[]
  /** Of one assessor, at most one a unit. */
  readonly cards: readonly Scorecard[]
}

/**
 * What adopting under these policies does to the totals, as the ranking would show them: points by place (R8) and the gate of the bonus
 * included. One line for every unit that has a scorecard, in the order of the units.
 */
export function compareTotals({ before, after, project, units, cards }: ComparedWork, effects: readonly ItemEffect[], policies: ChosenPolicies): TotalChange[] {
  const cardOf = new Map(cards.map((card) => [card.unitId, card]))
  const changesOf = new Map(units.flatMap((unit) => {
    const card = cardOf.get(unit.id)
    return card ? [[unit.id, { card, changes: changeMarks(effects, policies, project.year, unit, card) }] as const] : []
  }))
  const old = totalsOf(before, project, units, (unitId) => cardOf.get(unitId)?.marks ?? noMarks)
  const now = totalsOf(after, project, units, (unitId) => {
    const changed = changesOf.get(unitId)
    return changed ? marksAfter(changed.card, changed.changes) : noMarks
  })
  return units.flatMap(({ id }) => {
    const changed = changesOf.get(id)
    if (!changed) return []
    return [{ unitId: id, before: old.get(id) ?? null, after: now.get(id) ?? null, reopened: changed.changes.filter(({ kind }) => kind === 'reopened').length }]
  })
}

const noMarks: UnitMarks['marks'] = new Map()

function totalsOf(rubric: Rubric, project: ComparedWork['project'], units: readonly UnitRecord[], marksOf: (unitId: UnitId) => UnitMarks['marks']): Map<UnitId, TotalRange | null> {
  return new Map(rankProject(rubric, project, units, marksOf).flatMap(({ rows }) => rows.map(({ unitId, tree }) => [unitId, tree.total] as const)))
}
