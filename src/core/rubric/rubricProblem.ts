import type { MeasureName } from '#core/rubric/measureName'
import type { RuleKind, UnitKind, UnitLevel } from '#core/rubric/rubric'

/**
 * Why a rubric is refused. Every problem carries `path`, the place in the file: "groups[2].children[0].rule.levels"; "" is the
 * rubric itself. Numbers in problems are decimals written out, ready to be shown.
 */
export type RubricProblem = ShapeProblem | SoundnessProblem

/** The file does not have the shape of a rubric (found by parseRubric). */
export type ShapeProblem =
  | { readonly kind: 'missing-field'; readonly path: string }
  | { readonly kind: 'unknown-field'; readonly path: string }
  | { readonly kind: 'wrong-type'; readonly path: string; readonly expected: ExpectedType }
  | { readonly kind: 'not-allowed'; readonly path: string; readonly found: string; readonly allowed: readonly string[] }
  | { readonly kind: 'newer-format'; readonly path: string; readonly version: number }
  | { readonly kind: 'empty-text'; readonly path: string }
  | { readonly kind: 'bad-id'; readonly path: string; readonly id: string }
  | { readonly kind: 'not-a-day'; readonly path: string; readonly text: string }
  | { readonly kind: 'too-deep'; readonly path: string; readonly limit: number }

export type ExpectedType = 'text' | 'number' | 'whole-number' | 'boolean' | 'list' | 'object'

/** The shape is right, but the rubric cannot be scored with (found by checkRubric). */
export type SoundnessProblem =
  | { readonly kind: 'empty-list'; readonly path: string }
  | { readonly kind: 'duplicate-id'; readonly path: string; readonly id: string; readonly first: string }
  /** `unit`: the kind and level of body for which variants make the difference; absent: for every body. */
  | { readonly kind: 'sum-differs'; readonly path: string; readonly stated: string; readonly sum: string; readonly unit?: BodyType }
  /** Weights of siblings add to 100. */
  | { readonly kind: 'weights-differ'; readonly path: string; readonly sum: string; readonly unit?: BodyType }
  /** Some siblings have a weight, others have none. */
  | { readonly kind: 'weights-mixed'; readonly path: string }
  | { readonly kind: 'not-positive'; readonly path: string; readonly found: string }
  | { readonly kind: 'out-of-bounds'; readonly path: string; readonly found: string; readonly low: string; readonly high: string }
  /** No answer brings the item's full marks; `reachable` is the most that one can. */
  | { readonly kind: 'full-unreachable'; readonly path: string; readonly full: string; readonly reachable: string }
  /** A list that must go from lowest to highest (grace steps: from earliest to latest, and never up again) does not, from here. */
  | { readonly kind: 'not-rising'; readonly path: string }
  /** The marks of a checklist element begin with 0: "nothing found" must have a mark. */
  | { readonly kind: 'zero-mark-missing'; readonly path: string }
  /** Zero and full marks lie at the same value (lo = hi). */
  | { readonly kind: 'no-spread'; readonly path: string }
  | { readonly kind: 'unknown-basis'; readonly path: string; readonly basis: string }
  | { readonly kind: 'period-reversed'; readonly path: string }
  | { readonly kind: 'not-an-annual-day'; readonly path: string }
  | { readonly kind: 'unknown-item'; readonly path: string; readonly item: string }
  /** Deductions outside items stand in the negative list only, vetoes among the vetoes only, and nothing else stands there. */
  | { readonly kind: 'rule-not-here'; readonly path: string; readonly rule: RuleKind }
  /** A weight outside the base total: bonus, negative list and vetoes have none. */
  | { readonly kind: 'weight-not-here'; readonly path: string }
  /** A variant that has the rule, full marks and weight of its item and applies as it does. */
  | { readonly kind: 'changes-nothing'; readonly path: string }
  /** Some steps of a scale carry a rate, others none. */
  | { readonly kind: 'rates-mixed'; readonly path: string }
  /** What the program would count is not what the rule asks for. */
  | { readonly kind: 'measure-not-here'; readonly path: string; readonly measure: MeasureName; readonly rule: RuleKind }
  /** English beside a text that is not there. */
  | { readonly kind: 'translates-nothing'; readonly path: string }
  /** This variant is never used: the variants at these places, from 0, come first and take all its bodies. */
  | { readonly kind: 'variant-hidden'; readonly path: string; readonly label: string; readonly by: readonly number[] }
  /** A rubric that refers to its own result. */
  | { readonly kind: 'refers-to-itself'; readonly path: string }

export interface BodyType {
  readonly kind: UnitKind
  readonly level: UnitLevel
}
