import type { Anchor } from '#core/evidence/anchor'
import type { Rule, RubricItem, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { ruleFor } from '#core/rubric/ruleFor'
import type { Answer } from '#core/scoring/answer'
import { checkEntry, type EntryProblem } from '#core/scoring/checkEntry'
import type { ItemState } from '#core/scoring/itemState'
import { answerOfDraft, makeDraft, type RuleDraft } from '#features/score/forms/ruleDraft'

/** What stands on the card of one item, complete or not. `state` is what is meant: 'scored' while an answer is being entered. */
export interface ItemWork {
  readonly state: ItemState
  readonly draft: RuleDraft
  readonly note: string
  readonly evidence: readonly Anchor[]
}

/** What is written of it. */
export interface MarkDraft {
  readonly state: ItemState
  readonly answer: Answer | null
  readonly note: string
  readonly evidence: readonly Anchor[]
}

/** Whose rule and deadlines hold. */
export interface ItemPlace {
  readonly item: RubricItem
  readonly unit: { readonly kind: UnitKind; readonly level: UnitLevel }
  /** Report year. */
  readonly year: number
}

/** Why something on the card is not written yet. */
export type Lack =
  | { readonly kind: 'elements'; readonly count: number }
  | { readonly kind: 'sources'; readonly count: number }
  | { readonly kind: 'answer' }
  /** A veto that applies waits for its confirmation, and for the reason. */
  | { readonly kind: 'veto-confirmation' }
  | { readonly kind: 'veto-note' }
  | { readonly kind: 'refused'; readonly problem: EntryProblem }

export type Readiness = { readonly ready: true; readonly mark: MarkDraft } | { readonly ready: false; readonly lacks: readonly Lack[] }

/** The card as it looks for a stored mark, or for none. */
export function workOfMark(place: ItemPlace, mark: MarkDraft | undefined): ItemWork {
  const rule = ruleFor(place.item, place.unit)
  return { state: mark?.state ?? 'unscored', draft: makeDraft(rule, mark?.answer ?? null), note: mark?.note ?? '', evidence: mark?.evidence ?? [] }
}

/** Whether the card may be written as it stands; only whole, sound answers are. */
export function readinessOf(place: ItemPlace, work: ItemWork): Readiness {
  const mark: MarkDraft = { state: work.state, answer: null, note: work.note, evidence: work.evidence }
  if (work.state !== 'scored') return judged(place, mark)
  const rule = ruleFor(place.item, place.unit)
  const answer = answerOfDraft(rule, work.draft)
  if (answer?.kind === 'veto' && answer.applies && work.note.trim() === '') return { ready: false, lacks: [{ kind: 'veto-note' }] }
  return answer ? judged(place, { ...mark, answer }) : { ready: false, lacks: [lackOf(rule, work.draft)] }
}

/** What is missing in an answer that is not whole. */
function lackOf(rule: Rule, draft: RuleDraft): Lack {
  if (rule.kind === 'checklist' && draft.kind === 'checklist') {
    return { kind: 'elements', count: rule.elements.filter((element) => draft.marks[element.id] === undefined).length }
  }
  if (rule.kind === 'sources' && draft.kind === 'sources') {
    const missing = rule.sources.filter(({ id }) => draft.scores[id] === undefined || draft.scores[id]?.trim() === '')
    if (missing.length > 0) return { kind: 'sources', count: missing.length }
  }
  return { kind: draft.kind === 'veto' && draft.applies ? 'veto-confirmation' : 'answer' }
}

/**
 * What may be written while the answer is incomplete: the stored judgement with the new note and passages, so that those are not
 * lost with the half-filled form. Null when that changes nothing or would not be sound.
 */
export function keptMark(place: ItemPlace, work: ItemWork, stored: MarkDraft | undefined): MarkDraft | null {
  const kept: MarkDraft = { state: stored?.state ?? 'unscored', answer: stored?.answer ?? null, note: work.note, evidence: work.evidence }
  if (sameMark(kept, stored)) return null
  return judged(place, kept).ready ? kept : null
}

/** Whether writing would change nothing. No mark at all equals an untouched unscored one. */
export function sameMark(a: MarkDraft, b: MarkDraft | undefined): boolean {
  const other: MarkDraft = b ?? { state: 'unscored', answer: null, note: '', evidence: [] }
  return a.state === other.state && a.note === other.note && sameAnswer(a.answer, other.answer) && sameEvidence(a.evidence, other.evidence)
}

function judged(place: ItemPlace, mark: MarkDraft): Readiness {
  const problems = checkEntry(place.item, place.unit, place.year, mark)
  return problems.length === 0 ? { ready: true, mark } : { ready: false, lacks: problems.map((problem) => ({ kind: 'refused', problem })) }
}

function sameAnswer(a: Answer | null, b: Answer | null): boolean {
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** Keys in one order, since the order in which elements were answered is no difference. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}

function sameEvidence(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  return a.length === b.length && a.every((anchor, at) => anchor.reportId === b[at]?.reportId && anchor.start === b[at].start && anchor.end === b[at].end && anchor.textHash === b[at].textHash)
}
