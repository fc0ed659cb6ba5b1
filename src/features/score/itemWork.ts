import type { Anchor } from '#core/evidence/anchor'
import type { Rule, RubricItem, UnitKind, UnitLevel } from '#core/rubric/rubric'
import { ruleFor } from '#core/rubric/ruleFor'
import type { Answer } from '#core/scoring/answer'
import { checkEntry, type EntryProblem } from '#core/scoring/checkEntry'
import type { ItemState } from '#core/scoring/itemState'
import { noGrounds, type Grounds } from '#core/scoring/scoreEntry'
import { answerOfDraft, makeDraft, type RuleDraft } from '#features/score/forms/ruleDraft'

/** What stands on the card of one item, complete or not. `state` is what is meant: 'scored' while an answer is being entered. */
export interface ItemWork extends Grounds {
  readonly state: ItemState
  readonly draft: RuleDraft
}

/** What is written of it. */
export interface MarkDraft extends Grounds {
  readonly state: ItemState
  readonly answer: Answer | null
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
  return { state: mark?.state ?? 'unscored', draft: makeDraft(rule, mark?.answer ?? null), ...groundsOf(mark ?? noGrounds) }
}

/** A change of the answer on the card: what a person enters is their own, no longer what the program counted. */
export function withAnswer(rule: Rule, work: ItemWork, state: ItemState, draft: RuleDraft): Pick<ItemWork, 'state' | 'draft' | 'searched' | 'accepted'> {
  const isSame = state === work.state && sameAnswer(answerOfDraft(rule, draft), answerOfDraft(rule, work.draft))
  return { state, draft, searched: state === 'notFound' ? work.searched : [], accepted: isSame ? work.accepted : null }
}

/** Whether the card may be written as it stands; only whole, sound answers are. */
export function readinessOf(place: ItemPlace, work: ItemWork): Readiness {
  const mark: MarkDraft = { state: work.state, answer: null, ...groundsOf(work) }
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
 * What may be written while the answer is incomplete: the stored judgement with the new note, passages and proofs, so that those are not
 * lost with the half-filled form. Null when that changes nothing or would not be sound.
 */
export function keptMark(place: ItemPlace, work: ItemWork, stored: MarkDraft | undefined): MarkDraft | null {
  // What was searched for and what was accepted belong to the judgement that stands.
  const { searched, accepted } = stored ?? noGrounds
  const kept: MarkDraft = { state: stored?.state ?? 'unscored', answer: stored?.answer ?? null, ...groundsOf(work), searched, accepted }
  if (sameMark(kept, stored)) return null
  return judged(place, kept).ready ? kept : null
}

/** Whether writing would change nothing. No mark at all equals an untouched unscored one. */
export function sameMark(a: MarkDraft, b: MarkDraft | undefined): boolean {
  const other: MarkDraft = b ?? { state: 'unscored', answer: null, ...noGrounds }
  return a.state === other.state && sameAnswer(a.answer, other.answer) && sameGrounds(a, other)
}

function groundsOf({ note, evidence, searched, proofs, accepted }: Grounds): Grounds {
  return { note, evidence, searched, proofs, accepted }
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
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const).sort(([a], [b]) => (a < b ? -1 : 1))
}

function sameGrounds(a: Grounds, b: Grounds): boolean {
  return a.note === b.note && sameEvidence(a.evidence, b.evidence) && JSON.stringify(sorted([a.searched, a.proofs, a.accepted])) === JSON.stringify(sorted([b.searched, b.proofs, b.accepted]))
}

function sameEvidence(a: readonly Anchor[], b: readonly Anchor[]): boolean {
  return a.length === b.length && a.every((anchor, at) => identityOf(anchor) === identityOf(b[at]!))
}

/** The quote and what stands around it follow from the place. */
function identityOf({ reportId, textHash, start, end, keptFor }: Anchor): string {
  return JSON.stringify([reportId, textHash, start, end, keptFor ?? null])
}
