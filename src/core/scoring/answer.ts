import type { CalendarDay } from '#core/calendarDay'

/**
 * What an assessor answers to an item, in the terms of its rule; the points follow from it and are never stored.
 * Numbers are decimals as typed (at most 15 significant digits) and are read by their shortest notation.
 */
export type Answer =
  | { readonly kind: 'level'; readonly level: string }
  | { readonly kind: 'passFail'; readonly passed: boolean }
  | { readonly kind: 'passFail'; readonly date: CalendarDay }
  /** Element id → points given, or 'notApplicable'. Every element is answered. */
  | { readonly kind: 'checklist'; readonly marks: Readonly<Record<string, number | 'notApplicable'>> }
  /** Cause id → number of events; a cause left out counts as none. */
  | { readonly kind: 'deduct'; readonly events: Readonly<Record<string, number>> }
  | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number }
  /** Kind id → number of events. */
  | { readonly kind: 'count'; readonly events: Readonly<Record<string, number>> }
  | { readonly kind: 'interval'; readonly value: number }
  /** One scale id per sub-item, in their order. */
  | { readonly kind: 'itemMean'; readonly marks: readonly string[] }
  | { readonly kind: 'judge'; readonly points: number }
  | { readonly kind: 'timeliness'; readonly date: CalendarDay }
  /** Not done at all (未公开): as if after every deadline. */
  | { readonly kind: 'timeliness'; readonly never: true }
  | { readonly kind: 'byRank'; readonly value: number }
  /** The other result as printed; or exactly, "1234/25", where it was taken from a project of this program (`from` names it). */
  | { readonly kind: 'reference'; readonly score: number }
  | { readonly kind: 'reference'; readonly exact: string; readonly from: string }
  /** A provisional result of this program, exactly: the item stays pending, between these two (METHOD §6A.25). */
  | { readonly kind: 'reference'; readonly low: string; readonly high: string; readonly from: string }
  /** Source id → score, or 'notApplicable'. Every source is answered. */
  | { readonly kind: 'sources'; readonly scores: Readonly<Record<string, number | 'notApplicable'>> }
  /** Number of answers for each value of the scale ("5": 3), and of those who did not know. */
  | { readonly kind: 'scale'; readonly counts: Readonly<Record<string, number>>; readonly unknown: number }
  | { readonly kind: 'negative'; readonly events: number }
  | { readonly kind: 'veto'; readonly applies: boolean }

/** Why an answer is refused. */
export type AnswerProblem =
  | { readonly kind: 'wrong-rule'; readonly expected: string }
  | { readonly kind: 'unknown-choice'; readonly choice: string }
  | { readonly kind: 'element-missing'; readonly element: string }
  | { readonly kind: 'mark-not-allowed'; readonly element: string; readonly mark: number }
  | { readonly kind: 'element-must-apply'; readonly element: string }
  | { readonly kind: 'not-a-count'; readonly name: string }
  | { readonly kind: 'not-a-number'; readonly name: string }
  | { readonly kind: 'out-of-range'; readonly low: number; readonly high: number }
  | { readonly kind: 'off-step'; readonly step: number }
  | { readonly kind: 'note-required' }
  | { readonly kind: 'not-a-day'; readonly text: string }
