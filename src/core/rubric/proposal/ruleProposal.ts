import type { Rule } from '#core/rubric/rubric'

/**
 * What the wording of a scoring standard (评分标准) was read as. A proposal is never a decision: a person confirms it item by item.
 * `sure` means that every clause was used, nothing had to be assumed, and the rule can reach the item's full marks.
 */
export interface RuleProposal {
  readonly rule: Rule
  readonly confidence: 'sure' | 'doubtful' | 'not-understood'
  /** What was used, as places in the standard as it was given; ascending, apart from each other. */
  readonly understood: readonly Span[]
  /** The clauses that were not used, word for word, one a line; '' when there are none. */
  readonly leftOver: string
  /** Why it is not sure, and which names a person still has to write. */
  readonly reasons: readonly ProposalReason[]
}

/** UTF-16 offsets, the end excluded. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type ProposalReason =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly limit: number }
  | { readonly kind: 'full-not-positive' }
  | { readonly kind: 'nothing-understood' }
  | { readonly kind: 'left-over' }
  /** The standard names other full marks than the points column does. */
  | { readonly kind: 'full-differs'; readonly stated: string }
  /** The rule is not sound for these full marks (checkRule). */
  | { readonly kind: 'not-sound'; readonly problems: readonly string[] }
  /** A cap after several causes: of the last one, or of all together? */
  | { readonly kind: 'cap-scope' }
  /** "每2次扣…": an event is more than one occurrence, and what happens to the remainder is not said. */
  | { readonly kind: 'several-at-once'; readonly text: string }
  /** A percentage without saying of what. */
  | { readonly kind: 'percent-of-what' }
  /** What holds between or beyond the cases named is not said. */
  | { readonly kind: 'cases-not-said' }
  /** The points may be levels, of which one holds, or elements, which add up. */
  | { readonly kind: 'levels-or-elements' }
  /** Points or a deduction are given as a range; an assessor decides within it. */
  | { readonly kind: 'range' }
  /** Fixed amounts stand beside discretion (酌情), or gains beside deductions. */
  | { readonly kind: 'mixed' }
  /** A word that changes how amounts are counted. */
  | { readonly kind: 'unusual-word'; readonly word: string }
  /** The year of a deadline is not said; the year after the report year was taken. */
  | { readonly kind: 'year-assumed' }
  /** Full points of another assessment are not said; 100 was taken. */
  | { readonly kind: 'full-assumed' }
  /** Fields whose words the standard does not give. Leaves a proposal sure: no number hangs on them. */
  | { readonly kind: 'names-missing'; readonly fields: readonly string[] }
