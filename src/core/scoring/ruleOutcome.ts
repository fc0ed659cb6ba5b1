import type { Points } from '#core/points'
import type { AnswerProblem } from '#core/scoring/answer'
import { failure, success, type Result } from '#core/result'

/**
 * What a rule makes of an answer: points within [0, M] and the formula with its values filled in ("1.5 − min(1.2, 4 × 0.3) = 0.3");
 * or the finding that nothing was applicable (every element N/A, a ratio of nothing); or that the answer brings no points yet:
 * 'unanswered' (nobody of those asked knew: pending), 'unplaced' (the other units of the group are not in yet), or 'between': pending
 * still, but no longer anywhere from minimum to M.
 */
export type RuleOutcome =
  | { readonly kind: 'points'; readonly points: Points; readonly formula: string }
  | { readonly kind: 'notApplicable' }
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'unplaced' }
  | { readonly kind: 'between'; readonly low: Points; readonly high: Points }

export type RuleResult = Result<RuleOutcome, AnswerProblem>

export function gives(points: Points, formula: string): RuleResult {
  return success({ kind: 'points', points, formula })
}

export function doesNotApply(): RuleResult {
  return success({ kind: 'notApplicable' })
}

export function givesNothingYet(kind: 'unanswered' | 'unplaced'): RuleResult {
  return success({ kind })
}

export function givesBetween(low: Points, high: Points): RuleResult {
  return success({ kind: 'between', low, high })
}

export function refuses(problem: AnswerProblem): RuleResult {
  return failure(problem)
}

/** Whether a typed number can be read exactly: finite, not negative. */
export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0
}

/** Whether it is a number of events: 0, 1, 2 … up to a million. */
export function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1_000_000
}
