import type { Phrase } from '#core/rubric/proposal/splitStandard'

/** An amount as it was written; what it is worth depends on the item's full marks. */
export type Amount =
  | { readonly kind: 'points'; readonly decimal: string }
  /** `ofItem`: the text says that the share is of the item's points. */
  | { readonly kind: 'share'; readonly percent: string; readonly ofItem: boolean }
  | { readonly kind: 'full' }
  | { readonly kind: 'zero' }

/** What one phrase says. `condition` is the wording in front of the amount, phrases without an amount before it included. */
export type Statement =
  | Amounted<'gain'>
  | Amounted<'lose'>
  | { readonly kind: 'cap'; readonly of: 'gain' | 'lose' | 'any'; readonly scope: 'near' | 'whole'; readonly alone: boolean; readonly amount: Amount; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'floor'; readonly amount: Amount; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'discretion'; readonly range: boolean; readonly phrases: readonly Phrase[] }
  /** 按比例: of a named measure, or between two limits named before. */
  | { readonly kind: 'proportion'; readonly measure: string; readonly between: boolean; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'rank'; readonly from: number; readonly to: number; readonly award: RankAward; readonly phrases: readonly Phrase[] }
  /** Another assessment's result is taken over. */
  | { readonly kind: 'reference'; readonly label: string; readonly phrases: readonly Phrase[] }
  /** How to look the matter up; no bearing on points. */
  | { readonly kind: 'remark'; readonly phrases: readonly Phrase[] }
  /** No amount and no known meaning. */
  | { readonly kind: 'open'; readonly condition: string; readonly phrases: readonly Phrase[] }

/** Points given or taken; `each`: for every event. */
interface Amounted<K extends 'gain' | 'lose'> {
  readonly kind: K
  readonly condition: string
  readonly amount: Amount
  readonly each: boolean
  readonly phrases: readonly Phrase[]
}

export type RankAward =
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'list'; readonly decimals: readonly string[] }
  | { readonly kind: 'proportional' }
  | { readonly kind: 'step'; readonly amount: Amount }

export type StatementOf<K extends Statement['kind']> = Extract<Statement, { readonly kind: K }>
