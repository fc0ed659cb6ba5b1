import type { Anchor } from '#core/evidence/anchor'
import { aBoolean, aDay, aDictionary, aHash, aNumber, aText, aWholeNumber, anArray, anId, anInstant, anObject, checkedAs, isObject, joinPath, oneOf, orNull } from '#core/records/shape'
import type { Check, Fields, RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'
import type { Answer } from '#core/scoring/answer'
import { itemStates } from '#core/scoring/itemState'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

/**
 * Is a value an entry? Its shape only: whether the rubric allows the answer is asked by core/scoring.
 * An answer is there exactly when the state is 'scored'.
 */
export function checkScoreEntry(value: unknown): Result<ScoreEntry, RecordProblem> {
  return checkedAs<ScoreEntry>('entry', scoreEntryShape, value)
}

export function checkAnswer(value: unknown): Result<Answer, RecordProblem> {
  return checkedAs<Answer>('answer', answerShape, value)
}

const offset = aWholeNumber(0, Number.MAX_SAFE_INTEGER)
const anchorFields = anObject<Anchor>({ reportId: anId, textHash: aHash, start: offset, end: offset, quote: aText, prefix: aText, suffix: aText })

export const anchorShape: Check = (value, path) => {
  const misfit = anchorFields(value, path)
  if (misfit) return misfit
  const anchor = value as Anchor
  return anchor.start < anchor.end ? null : { path: joinPath(path, 'end'), expected: 'an end after the start' }
}

const mark: Check = (value, path) => (value === 'notApplicable' ? null : aNumber(value, path))

/** One check for each form of an answer; the fields other than `kind` choose among forms of one kind. */
const forms: Readonly<Record<Answer['kind'], readonly Fields<Record<string, unknown>>[]>> = {
  level: [{ level: aText }],
  passFail: [{ passed: aBoolean }, { date: aDay }],
  checklist: [{ marks: aDictionary(mark) }],
  deduct: [{ events: aDictionary(aNumber) }],
  ratio: [{ numerator: aNumber, denominator: aNumber }],
  count: [{ events: aDictionary(aNumber) }],
  interval: [{ value: aNumber }],
  itemMean: [{ marks: anArray(aText) }],
  judge: [{ points: aNumber }],
  timeliness: [{ date: aDay }, { never: oneOf(true) }],
  byRank: [{ value: aNumber }],
  reference: [{ score: aNumber }, { exact: aText, from: aText }],
  sources: [{ scores: aDictionary(mark) }],
  scale: [{ counts: aDictionary(aNumber), unknown: aNumber }],
  negative: [{ events: aNumber }],
  veto: [{ applies: aBoolean }],
}
const kinds = Object.keys(forms)
const checksOfKind = new Map<unknown, readonly Check[]>(Object.entries(forms).map(([kind, list]) => [kind, list.map((fields) => anObject({ kind: oneOf(kind), ...fields }))]))

export const answerShape: Check = (value, path) => {
  if (!isObject(value)) return { path, expected: 'an answer' }
  const checks = checksOfKind.get(value['kind'])
  if (!checks) return { path: joinPath(path, 'kind'), expected: `one of ${kinds.join(', ')}` }
  const misfits = checks.map((check) => check(value, path))
  return misfits.includes(null) ? null : (misfits[0] ?? null)
}

const fields = anObject<ScoreEntry>({
  id: anId,
  unitId: anId,
  itemId: anId,
  assessorId: anId,
  at: anInstant,
  replaces: orNull(anId),
  state: oneOf(...itemStates),
  answer: orNull(answerShape),
  note: aText,
  evidence: anArray(anchorShape),
})

export const scoreEntryShape: Check = (value, path) => {
  const misfit = fields(value, path)
  if (misfit) return misfit
  const entry = value as ScoreEntry
  return (entry.state === 'scored') === (entry.answer !== null) ? null : { path: joinPath(path, 'answer'), expected: 'an answer exactly when the state is scored' }
}
