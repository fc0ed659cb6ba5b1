import { assertNever } from '#core/brand'
import type { Rule, SourcesRule } from '#core/rubric/rubric'
import type { Answer } from '#core/scoring/answer'
import { typedDay } from '#features/score/forms/typedDay'
import { typedNumber } from '#features/score/forms/typedNumber'

type Marks = Readonly<Record<string, number | 'notApplicable'>>
type Events = Readonly<Record<string, number>>

/**
 * What stands on the card while an item is being answered: an answer that may still be incomplete, typed text as typed.
 * `looked` tells "counted, and it is none" from "not yet looked at": steppers at zero alone are no answer.
 */
export type RuleDraft =
  | { readonly kind: 'level'; readonly level: string | null }
  | { readonly kind: 'passFail'; readonly passed: boolean | null; readonly day: string }
  | { readonly kind: 'checklist'; readonly marks: Marks }
  | { readonly kind: 'deduct'; readonly events: Events; readonly looked: boolean }
  | { readonly kind: 'ratio'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'count'; readonly events: Events; readonly looked: boolean }
  | { readonly kind: 'interval'; readonly value: string }
  | { readonly kind: 'itemMean'; readonly marks: readonly string[] }
  | { readonly kind: 'judge'; readonly points: string }
  | { readonly kind: 'timeliness'; readonly day: string; readonly never: boolean }
  | { readonly kind: 'byRank'; readonly value: string }
  /** `taken`: the exact result of another project; typing a score lets go of it. */
  | { readonly kind: 'reference'; readonly score: string; readonly taken: TakenReference | null }
  /** Source id → text as typed; null: the source does not apply. */
  | { readonly kind: 'sources'; readonly scores: Readonly<Record<string, string | null>> }
  | { readonly kind: 'scale'; readonly counts: Events; readonly unknown: number }
  | { readonly kind: 'negative'; readonly events: number; readonly looked: boolean }
  /** One that applies counts only once it is confirmed: it can undo everything else. */
  | { readonly kind: 'veto'; readonly applies: boolean | null; readonly confirmed: boolean }

/** A final result, or the two ends of a provisional one, with which the item stays pending. */
export type TakenReference = { readonly exact: string; readonly from: string } | { readonly low: string; readonly high: string; readonly from: string }

export type DraftOf<K extends RuleDraft['kind']> = Extract<RuleDraft, { kind: K }>

/** The draft that shows a stored answer, or the empty one. An answer to another kind of rule gives the empty draft. */
export function makeDraft(rule: Rule, answer: Answer | null): RuleDraft {
  const stored = answer?.kind === rule.kind ? answer : null
  switch (rule.kind) {
    case 'level':
      return { kind: 'level', level: stored?.kind === 'level' ? stored.level : null }
    case 'passFail':
      if (stored?.kind !== 'passFail') return { kind: 'passFail', passed: null, day: '' }
      return 'date' in stored ? { kind: 'passFail', passed: null, day: stored.date } : { kind: 'passFail', passed: stored.passed, day: '' }
    case 'checklist':
      return { kind: 'checklist', marks: stored?.kind === 'checklist' ? stored.marks : {} }
    case 'deduct':
      return { kind: 'deduct', events: stored?.kind === 'deduct' ? stored.events : {}, looked: stored !== null }
    case 'ratio':
      return stored?.kind === 'ratio'
        ? { kind: 'ratio', numerator: String(stored.numerator), denominator: String(stored.denominator) }
        : { kind: 'ratio', numerator: '', denominator: '' }
    case 'count':
      return { kind: 'count', events: stored?.kind === 'count' ? stored.events : {}, looked: stored !== null }
    case 'interval':
      return { kind: 'interval', value: stored?.kind === 'interval' ? String(stored.value) : '' }
    case 'itemMean':
      return { kind: 'itemMean', marks: stored?.kind === 'itemMean' ? stored.marks : [] }
    case 'judge':
      return { kind: 'judge', points: stored?.kind === 'judge' ? String(stored.points) : '' }
    case 'timeliness':
      if (stored?.kind !== 'timeliness') return { kind: 'timeliness', day: '', never: false }
      return 'date' in stored ? { kind: 'timeliness', day: stored.date, never: false } : { kind: 'timeliness', day: '', never: true }
    case 'byRank':
      return { kind: 'byRank', value: stored?.kind === 'byRank' ? String(stored.value) : '' }
    case 'reference':
      if (stored?.kind !== 'reference') return { kind: 'reference', score: '', taken: null }
      if ('score' in stored) return { kind: 'reference', score: String(stored.score), taken: null }
      return { kind: 'reference', score: '', taken: takenOf(stored) }
    case 'sources':
      return { kind: 'sources', scores: stored?.kind === 'sources' ? typedScores(stored.scores) : {} }
    case 'scale':
      return stored?.kind === 'scale' ? { kind: 'scale', counts: stored.counts, unknown: stored.unknown } : { kind: 'scale', counts: {}, unknown: 0 }
    case 'negative':
      return { kind: 'negative', events: stored?.kind === 'negative' ? stored.events : 0, looked: stored !== null }
    case 'veto':
      return { kind: 'veto', applies: stored?.kind === 'veto' ? stored.applies : null, confirmed: stored?.kind === 'veto' && stored.applies }
    default:
      return assertNever(rule)
  }
}

/** The answer a draft amounts to, or null while something in it is missing or unreadable. */
export function answerOfDraft(rule: Rule, draft: RuleDraft): Answer | null {
  switch (draft.kind) {
    case 'level':
      return draft.level === null ? null : { kind: 'level', level: draft.level }
    case 'passFail': {
      if (draft.passed !== null) return { kind: 'passFail', passed: draft.passed }
      const date = typedDay(draft.day)
      return date === null ? null : { kind: 'passFail', date }
    }
    case 'checklist':
      if (rule.kind !== 'checklist' || rule.elements.some((element) => draft.marks[element.id] === undefined)) return null
      return { kind: 'checklist', marks: draft.marks }
    case 'deduct':
      return draft.looked ? { kind: 'deduct', events: draft.events } : null
    case 'count':
      return draft.looked ? { kind: 'count', events: draft.events } : null
    case 'ratio': {
      const numerator = typedNumber(draft.numerator)
      const denominator = typedNumber(draft.denominator)
      return numerator === null || denominator === null ? null : { kind: 'ratio', numerator, denominator }
    }
    case 'interval': {
      const value = typedNumber(draft.value)
      return value === null ? null : { kind: 'interval', value }
    }
    case 'itemMean':
      return draft.marks.length === 0 ? null : { kind: 'itemMean', marks: draft.marks }
    case 'judge': {
      const points = typedNumber(draft.points)
      return points === null ? null : { kind: 'judge', points }
    }
    case 'timeliness': {
      if (draft.never) return { kind: 'timeliness', never: true }
      const date = typedDay(draft.day)
      return date === null ? null : { kind: 'timeliness', date }
    }
    case 'byRank': {
      const value = typedNumber(draft.value)
      return value === null ? null : { kind: 'byRank', value }
    }
    case 'reference': {
      if (draft.taken) return { kind: 'reference', ...draft.taken }
      const score = typedNumber(draft.score)
      return score === null ? null : { kind: 'reference', score }
    }
    case 'sources':
      return rule.kind === 'sources' ? answerOfSources(rule, draft.scores) : null
    case 'scale':
      return isCounted(draft) ? { kind: 'scale', counts: draft.counts, unknown: draft.unknown } : null
    case 'negative':
      return draft.looked ? { kind: 'negative', events: draft.events } : null
    case 'veto':
      return draft.applies === null || (draft.applies && !draft.confirmed) ? null : { kind: 'veto', applies: draft.applies }
    default:
      return assertNever(draft)
  }
}

/** Nothing has been entered: the draft as `makeDraft(rule, null)` makes it. */
export function isEmptyDraft(rule: Rule, draft: RuleDraft): boolean {
  return JSON.stringify(draft) === JSON.stringify(makeDraft(rule, null))
}

function takenOf(stored: TakenReference): TakenReference {
  const { from } = stored
  return 'low' in stored ? { low: stored.low, high: stored.high, from } : { exact: stored.exact, from }
}

function typedScores(scores: Readonly<Record<string, number | 'notApplicable'>>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(scores).map(([id, score]) => [id, score === 'notApplicable' ? null : String(score)]))
}

/** Every source is answered, or there is no answer: a source that is missing leaves the item pending. */
function answerOfSources(rule: SourcesRule, typed: Readonly<Record<string, string | null>>): Answer | null {
  const scores: Record<string, number | 'notApplicable'> = {}
  for (const { id } of rule.sources) {
    const text = typed[id]
    const score = text === null ? 'notApplicable' : text === undefined ? null : typedNumber(text)
    if (score === null) return null
    scores[id] = score
  }
  return { kind: 'sources', scores }
}

/** Whether anybody answered at all; 不了解 is an answer too. */
function isCounted({ counts, unknown }: DraftOf<'scale'>): boolean {
  return unknown > 0 || Object.values(counts).some((count) => count > 0)
}
