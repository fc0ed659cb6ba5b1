import type { Anchor } from '#core/evidence/anchor'
import { proofLimitBytes, proofMediaTypes } from '#core/evidence/outsideProof'
import type { OutsideProof, ProofFile } from '#core/evidence/outsideProof'
import { addingFields } from '#core/records/migration'
import { aBoolean, aDay, aDictionary, aHash, aName, aNumber, aText, aWholeNumber, anArray, anId, anInstant, anObject, checkedAs, isObject, joinPath, oneOf, orNull } from '#core/records/shape'
import type { Check, Fields, RecordProblem } from '#core/records/shape'
import type { Result } from '#core/result'
import { measureNames } from '#core/rubric/measureName'
import type { AcceptedSuggestion } from '#core/scoring/acceptedSuggestion'
import type { Answer } from '#core/scoring/answer'
import { itemStates } from '#core/scoring/itemState'
import type { ScoreEntry } from '#core/scoring/scoreEntry'

export const entryVersions = { Initial: 1, AddGrounds: 2 } as const

/** Each brings an entry to the version it is named by; a shipped one is never edited. */
export const entryMigrations = { [entryVersions.AddGrounds]: addingFields('entry', { searched: [], proofs: [], accepted: null }) } as const

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
const anchorFields = anObject<Omit<Anchor, 'keptFor'>>({ reportId: anId, textHash: aHash, start: offset, end: offset, quote: aText, prefix: aText, suffix: aText }, { keptFor: aHash })

export const anchorShape: Check = (value, path) => {
  const misfit = anchorFields(value, path)
  if (misfit) return misfit
  const anchor = value as Anchor
  return anchor.start < anchor.end ? null : { path: joinPath(path, 'end'), expected: 'an end after the start' }
}

const proofFields = anObject<OutsideProof>({
  address: aText,
  seenOn: orNull(aDay),
  note: aText,
  file: orNull(anObject<ProofFile>({ hash: aHash, name: aName, sizeBytes: aWholeNumber(1, proofLimitBytes), mediaType: oneOf(...proofMediaTypes) })),
})

export const proofShape: Check = (value, path) => {
  const misfit = proofFields(value, path)
  if (misfit) return misfit
  const { address, note, file } = value as OutsideProof
  return address === '' && note === '' && file === null ? { path, expected: 'an address, a note or a file' } : null
}

export const acceptedShape: Check = anObject<AcceptedSuggestion>({ measure: oneOf(...measureNames), textHash: aHash, working: aText })

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
  reference: [{ score: aNumber }, { exact: aText, from: aText }, { low: aText, high: aText, from: aText }],
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
  searched: anArray(aName),
  proofs: anArray(proofShape),
  accepted: orNull(acceptedShape),
})

export const scoreEntryShape: Check = (value, path) => {
  const misfit = fields(value, path)
  if (misfit) return misfit
  const entry = value as ScoreEntry
  if (entry.accepted !== null && entry.state !== 'scored') return { path: joinPath(path, 'accepted'), expected: 'no accepted answer where there is none' }
  return (entry.state === 'scored') === (entry.answer !== null) ? null : { path: joinPath(path, 'answer'), expected: 'an answer exactly when the state is scored' }
}
