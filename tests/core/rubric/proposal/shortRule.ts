import type { RuleProposal } from '#core/rubric/proposal/ruleProposal'
import type { Rule } from '#core/rubric/rubric'

/** The rules of tests/golden/standards/standards.json in their short forms (see SOURCE.md there). */
export type ShortRule =
  | 'judge'
  | { readonly deduct: readonly (readonly [string, number, number | null])[]; readonly floor?: number }
  | { readonly passFail: string }
  | { readonly checklist: readonly (readonly [string, number])[] }
  | { readonly level: readonly (readonly [string, number])[] }
  | { readonly ratio: readonly [number, number] }
  | { readonly count: readonly (readonly [string, number])[]; readonly cap?: number }
  | { readonly byRank: unknown }
  | { readonly reference: string }
  | { readonly timeliness: { readonly deadline: readonly number[]; readonly steps?: readonly (readonly number[])[]; readonly perDay?: number } }

/** What matters of a proposed rule, in the short form: ids, names that nobody gave, and labels that repeat the criterion fall out. */
export function shorten(rule: Rule): ShortRule {
  switch (rule.kind) {
    case 'judge': return 'judge'
    case 'deduct': return { deduct: rule.causes.map(({ label, perEvent, cap }) => [label, perEvent, cap ?? null]), ...(rule.floor === undefined ? {} : { floor: rule.floor }) }
    case 'passFail': return { passFail: rule.criterion }
    case 'checklist': return { checklist: rule.elements.map(({ marks }) => [marks.at(-1)?.criterion ?? '', marks.at(-1)?.points ?? 0]) }
    case 'level': return { level: rule.levels.map(({ criterion, points }) => [criterion, points]) }
    case 'ratio': return { ratio: [rule.zeroAt, rule.fullAt] }
    case 'count': return { count: rule.kinds.map(({ label, points }) => [label, points]), ...(rule.cap === undefined ? {} : { cap: rule.cap }) }
    case 'byRank': return { byRank: rule.award }
    case 'reference': return { reference: rule.label }
    case 'timeliness': {
      const day = ({ yearsAfter, month, day }: { yearsAfter: number; month: number; day: number }) => [yearsAfter, month, day]
      const { late } = rule
      return { timeliness: { deadline: day(rule.deadline), ...(late.kind === 'perDay' ? { perDay: late.points } : { steps: late.steps.map((step) => [...day(step.until), step.points]) }) } }
    }
    default: throw new Error(`no standard is read as ${rule.kind}`)
  }
}

export interface Standard {
  readonly style: string
  readonly full: number
  readonly standard: string
  readonly sure: boolean
  readonly rule: ShortRule
}

export function isRight(proposal: RuleProposal, { rule }: Standard): boolean {
  return JSON.stringify(shorten(proposal.rule)) === JSON.stringify(rule)
}
