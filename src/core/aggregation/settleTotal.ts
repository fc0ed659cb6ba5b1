import { readTotal, type TotalReading } from '#core/aggregation/readTotal'
import { addPoints, comparePoints, maxPoints, minPoints, pointsOf, subtractPoints, zeroPoints, type Points } from '#core/points'
import type { Rubric, VetoEffect } from '#core/rubric/rubric'

/** What one end of a range comes with. */
export interface Adjustments {
  /** Base total, after the N/A method. */
  readonly base: Points
  /** Σ of the bonus items, and of what the items of the negative list take. */
  readonly bonus: Points
  readonly negative: Points
  /** Effects of the vetoes that are established. */
  readonly effects: readonly VetoEffect[]
}

/** Every step from the base to the total: base + bonus − negative + floor + veto = total, exactly. */
export interface Settlement {
  readonly base: Points
  /** Whether the base reaches the gate of the bonus; null where there is none. */
  readonly gate: 'reached' | 'missed' | null
  /** Σ of the bonus items before gate and cap, and what is added. */
  readonly bonusSum: Points
  readonly bonus: Points
  /** Σ of the negative list before its cap, and what is taken, before the floor (METHOD §6A.39). */
  readonly negativeSum: Points
  readonly negative: Points
  /** What the floor gives back where the negative list would take more than there is; ≥ 0. */
  readonly floor: Points
  /** What vetoes change in the number; ≤ 0. */
  readonly veto: Points
  readonly total: Points
  /** What vetoes make of place and band. 'zero': last, and in the last band. 'lowest': the last band, total and place stay. */
  readonly standing: 'ranked' | 'zero' | 'invalid' | 'suspended'
  readonly band: { readonly kind: 'own' } | { readonly kind: 'lowered'; readonly by: number } | { readonly kind: 'lowest' }
}

/**
 * The fixed order base → bonus → negative list → veto, for one end of a range (METHOD §5.3, §6A.11, §6A.18–20).
 *
 * Bonus: min(Σ, cap), if the base, read as the ranking reads it, reaches the gate; with capAtFull no more than is left to the rubric's
 * full points. Negative list: min(cap, Σ), the total not below 0. Vetoes: invalid and suspended decide the place; zero beats every cap,
 * the lowest cap beats the others; of several lowerings the largest holds; the lowest band beats them.
 * @example base 78, gate 80, bonus 3 // 78; base 91, cap 2 // 93; 88.4 less 0.5 and 1 // 86.9; 84.2 capped at 59 // 59
 */
export function settleTotal(rubric: Rubric, reading: TotalReading, { base, bonus: bonusSum, negative: negativeSum, effects }: Adjustments): Settlement {
  const gate = gateOf(rubric, reading, base)
  const bonus = gate === 'missed' ? zeroPoints : bonusApplied(rubric, base, bonusSum)
  const negative = capped(negativeSum, rubric.negative?.cap)
  const raw = subtractPoints(addPoints(base, bonus), negative)
  const floored = maxPoints(zeroPoints, raw)
  const total = afterVetoes(floored, effects)
  return {
    base, gate, bonusSum, bonus, negativeSum, negative,
    floor: subtractPoints(floored, raw),
    veto: subtractPoints(total, floored),
    total,
    standing: standingOf(effects),
    band: bandEffect(effects),
  }
}

function gateOf(rubric: Rubric, reading: TotalReading, base: Points): Settlement['gate'] {
  const gate = rubric.bonus?.gate
  if (!gate) return null
  const order = comparePoints(readTotal(base, reading), pointsOf(gate.base))
  return order > 0 || (gate.inclusive && order === 0) ? 'reached' : 'missed'
}

function bonusApplied(rubric: Rubric, base: Points, sum: Points): Points {
  const within = capped(sum, rubric.bonus?.cap)
  if (rubric.bonus?.capAtFull !== true) return within
  return minPoints(within, maxPoints(zeroPoints, subtractPoints(pointsOf(rubric.full), base)))
}

function capped(sum: Points, cap: number | undefined): Points {
  return cap === undefined ? sum : minPoints(sum, pointsOf(cap))
}

function afterVetoes(total: Points, effects: readonly VetoEffect[]): Points {
  if (effects.some(({ kind }) => kind === 'zero')) return zeroPoints
  return effects.reduce((low, effect) => (effect.kind === 'capTotal' ? minPoints(low, pointsOf(effect.at)) : low), total)
}

function standingOf(effects: readonly VetoEffect[]): Settlement['standing'] {
  const order = ['invalid', 'suspended', 'zero'] as const
  return order.find((standing) => effects.some(({ kind }) => kind === standing)) ?? 'ranked'
}

function bandEffect(effects: readonly VetoEffect[]): Settlement['band'] {
  if (effects.some(({ kind }) => kind === 'zero' || kind === 'fail')) return { kind: 'lowest' }
  const by = effects.reduce((most, effect) => (effect.kind === 'lowerBand' ? Math.max(most, effect.by) : most), 0)
  return by === 0 ? { kind: 'own' } : { kind: 'lowered', by }
}
