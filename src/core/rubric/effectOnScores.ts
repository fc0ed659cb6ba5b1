import type { AssessorId, UnitId } from '#core/ids'
import type { Scorecard } from '#core/records/packScorecard'
import type { Rubric, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { judgeMark, type MarkOutcome } from '#core/rubric/version/judgeMark'
import { causeOf, policiesOf, presetOf, type EffectCause, type ItemPolicy } from '#core/rubric/version/itemPolicy'
import { oldIdOf, pairItems, type ItemPair } from '#core/rubric/version/pairItems'

/** The work done under the old version: scorecards of any number of units and assessors. `year` is the report year. */
export interface ScoredWork {
  readonly year: number
  readonly units: readonly ScoredUnit[]
  readonly cards: readonly Scorecard[]
}

export interface ScoredUnit {
  readonly id: UnitId
  readonly kind: UnitKind
  readonly level: UnitLevel
}

/** How many marks come to what, if answers that fit are let stand. Marks that were taken back are not counted. */
export type OutcomeCounts = Readonly<Record<MarkOutcome['kind'], number>>

/** What the new version does to the marks of one item, and what its owner can choose. */
export interface ItemEffect extends ItemPair {
  readonly cause: EffectCause
  /** Empty: nothing to choose. */
  readonly policies: readonly ItemPolicy[]
  /** What happens unless another policy is chosen; null with nothing to choose. */
  readonly preset: ItemPolicy | null
  readonly counts: OutcomeCounts
  /** The same per unit, over all assessors; only units with a mark on the item. */
  readonly units: ReadonlyMap<UnitId, OutcomeCounts>
  /** The marks whose points change. */
  readonly recalculated: readonly PointChange[]
}

/** Points before and after; null where the item then does not apply or waits for others. */
export interface PointChange extends Extract<MarkOutcome, { kind: 'recalculated' }> {
  readonly unitId: UnitId
  readonly assessorId: AssessorId
}

/**
 * What happens to existing marks when `after` takes the place of `before`: to be declared before it does. One effect for every item that
 * has marks, and for every new one, in the reading order of the new rubric, removed ones last.
 *
 * The presets follow the written policy of PrairieLearn: other wording → kept; other points → recalculated; a choice taken away, another
 * kind of rule, or points given by hand on another scale → reopened for review; removed → no longer counted; new → unscored. Beyond it:
 * an item that was removed once and comes back with marks → reopened; a renamed one → its marks are carried over.
 *
 * Points are always computed and never stored, so "kept" and "recalculated" are one policy ('keep') with two outcomes. An answer that
 * no longer fits is reopened under every policy: it is never read as something else and never counts as zero.
 * @example effectOnScores(rubric, rubric, work).every(({ cause }) => cause === 'unchanged') // true
 */
export function effectOnScores(before: Rubric, after: Rubric, work: ScoredWork): ItemEffect[] {
  const units = new Map(work.units.map((unit) => [unit.id, unit]))
  return pairItems(before, after).flatMap((pair) => {
    const effect = effectOf(pair, work, units)
    const isNew = pair.before === null
    return isNew || total(effect.counts) > 0 ? [effect] : []
  })
}

function effectOf(pair: ItemPair, work: ScoredWork, units: ReadonlyMap<UnitId, ScoredUnit>): ItemEffect {
  const counts = noOutcomes()
  const ofUnit = new Map<UnitId, Record<MarkOutcome['kind'], number>>()
  const recalculated: PointChange[] = []
  const scored = new Map<UnitId, ScoredUnit>()
  for (const { unitId, assessorId, marks } of work.cards) {
    const unit = units.get(unitId)
    const mark = marks.get(oldIdOf(pair))
    if (!unit || !mark || mark.state === 'unscored') continue
    const outcome = judgeMark(pair, unit, work.year, mark)
    counts[outcome.kind] += 1
    const countsHere = ofUnit.get(unitId) ?? noOutcomes()
    countsHere[outcome.kind] += 1
    ofUnit.set(unitId, countsHere)
    scored.set(unitId, unit)
    if (outcome.kind === 'recalculated') recalculated.push({ ...outcome, unitId, assessorId })
  }
  const cause = causeOf(pair, [...scored.values()])
  return { ...pair, cause, policies: policiesOf(cause), preset: presetOf(cause), counts, units: ofUnit, recalculated }
}

function noOutcomes(): Record<MarkOutcome['kind'], number> {
  return { kept: 0, recalculated: 0, misfit: 0, dropped: 0 }
}

function total(counts: OutcomeCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
