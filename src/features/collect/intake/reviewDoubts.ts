import { dayNumber, type CalendarDay } from '#core/calendarDay'
import type { UnitId } from '#core/ids'
import { unitNameLimit } from '#core/records/checkUnitNames'
import type { Proposed } from '#core/text/reportProposal'
import type { FileReview, KnownUnit, ReviewField } from '#features/collect/intake/fileReview'
import { matchUnit } from '#features/collect/intake/matchUnit'
import { plainName } from '#core/text/plainName'
import { readTypedDay, readTypedYear } from '#features/collect/readTypedDay'

/**
 * What stands between a file and the project, at most one question a field. `answer` says how it is settled: 'confirm' the value shown
 * (a button), 'choose' among several or nothing, 'correct' what cannot be read. Missing values that may stay unknown are no doubts.
 */
export interface Doubt {
  readonly field: ReviewField
  readonly answer: 'confirm' | 'choose' | 'correct'
  readonly cause: DoubtCause
  /** Settles this doubt for the value it was asked about, and for no other. */
  readonly key: string
}

export type DoubtCause =
  | { readonly kind: 'unit-missing' }
  | { readonly kind: 'unit-ambiguous'; readonly read: string; readonly unitIds: readonly UnitId[] }
  | { readonly kind: 'unit-likely'; readonly read: string }
  | { readonly kind: 'unit-unsure' }
  | { readonly kind: 'unit-taken'; readonly fileName: string }
  | { readonly kind: 'unit-has-report'; readonly unitId: UnitId }
  | { readonly kind: 'name-empty' }
  | { readonly kind: 'name-too-long'; readonly limit: number }
  | { readonly kind: 'name-exists' }
  | { readonly kind: 'kind-missing' }
  | { readonly kind: 'level-missing' }
  | { readonly kind: 'doubtful' }
  | { readonly kind: 'not-a-year' }
  | { readonly kind: 'year-differs'; readonly year: number; readonly projectYear: number }
  | { readonly kind: 'not-a-day' }
  | { readonly kind: 'before-year'; readonly year: number }
  | { readonly kind: 'before-signed'; readonly signedOn: CalendarDay }

export interface ReviewContext {
  readonly projectYear: number
  readonly units: readonly KnownUnit[]
  readonly reportedUnits: ReadonlySet<UnitId>
  /** The files of the drop that come before this one and are not left out. */
  readonly earlier: readonly FileReview[]
}

export function reviewDoubts(review: FileReview, context: ReviewContext): Doubt[] {
  const found = [
    ...doubtsOfUnit(review, context),
    doubtOfText(review),
    doubtOfYear(review, context),
    doubtOfSigning(review, context),
    doubtOfPublication(review),
  ]
  return found.filter((doubt): doubt is Doubt => doubt !== null && !review.settled.has(doubt.key))
}

/** The keys that 全部确认 settles: suggestions only; what must be chosen or corrected stays a question. */
export function confirmableKeys(doubts: readonly Doubt[]): string[] {
  return doubts.filter((doubt) => doubt.answer === 'confirm').map((doubt) => doubt.key)
}

function doubtsOfUnit(review: FileReview, context: ReviewContext): (Doubt | null)[] {
  const { unit } = review
  switch (unit.kind) {
    case 'open': {
      const read = review.proposal.unitName.value
      const match = matchUnit(read ?? '', context.units)
      return [read !== null && match.kind === 'ambiguous' ? doubt('unit', 'choose', { kind: 'unit-ambiguous', read, unitIds: match.unitIds }) : doubt('unit', 'choose', { kind: 'unit-missing' })]
    }
    case 'existing':
      return [firstOpen(review, [takenInDrop(review, context), doubtOfMatch(review, unit.unitId, context), hasReport(unit.unitId, context)])]
    case 'new':
      return [
        firstOpen(review, [doubtOfNewName(review, unit.name, context), takenInDrop(review, context)]),
        unit.unitKind === null ? doubt('unitKind', 'choose', { kind: 'kind-missing' }) : doubtful(review, 'unitKind', review.proposal.unitKind, unit.unitKind),
        unit.level === null ? doubt('unitLevel', 'choose', { kind: 'level-missing' }) : doubtful(review, 'unitLevel', review.proposal.unitLevel, unit.level),
      ]
  }
}

/** A matched unit is only certain when the name is the same and was found in a certain place, or the person chose it. */
function doubtOfMatch(review: FileReview, unitId: UnitId, context: ReviewContext): Doubt | null {
  const read = review.proposal.unitName
  if (review.touched.has('unit') || read.value === null) return null
  const name = context.units.find((known) => known.id === unitId)?.name ?? ''
  if (plainName(name) !== plainName(read.value)) return doubt('unit', 'confirm', { kind: 'unit-likely', read: read.value }, unitId)
  return read.confidence === 'doubtful' ? doubt('unit', 'confirm', { kind: 'unit-unsure' }, unitId) : null
}

function doubtOfNewName(review: FileReview, name: string, context: ReviewContext): Doubt | null {
  const plain = plainName(name)
  if (plain === '') return doubt('unitName', 'correct', { kind: 'name-empty' })
  if (name.trim().length > unitNameLimit) return doubt('unitName', 'correct', { kind: 'name-too-long', limit: unitNameLimit })
  if (context.units.some((known) => plainName(known.name) === plain)) return doubt('unitName', 'correct', { kind: 'name-exists' })
  const unsure = !review.touched.has('unitName') && !review.touched.has('unit') && review.proposal.unitName.confidence === 'doubtful'
  return unsure ? doubt('unitName', 'confirm', { kind: 'unit-unsure' }, plain) : null
}

function takenInDrop(review: FileReview, context: ReviewContext): Doubt | null {
  const other = context.earlier.find((earlier) => isSameUnit(earlier, review))
  return other ? doubt('unit', 'correct', { kind: 'unit-taken', fileName: other.proposal.fileName }) : null
}

function isSameUnit(a: FileReview, b: FileReview): boolean {
  if (a.unit.kind === 'existing' && b.unit.kind === 'existing') return a.unit.unitId === b.unit.unitId
  return a.unit.kind === 'new' && b.unit.kind === 'new' && plainName(a.unit.name) !== '' && plainName(a.unit.name) === plainName(b.unit.name)
}

function hasReport(unitId: UnitId, context: ReviewContext): Doubt | null {
  return context.reportedUnits.has(unitId) ? doubt('unit', 'choose', { kind: 'unit-has-report', unitId }, unitId) : null
}

function doubtOfText(review: FileReview): Doubt | null {
  return review.typed.title.trim() === '' ? null : doubtful(review, 'title', review.proposal.title, review.typed.title)
}

function doubtOfYear(review: FileReview, context: ReviewContext): Doubt | null {
  const year = readTypedYear(review.typed.year)
  if (year === null) return null
  if (year === 'not-a-year') return doubt('year', 'correct', { kind: 'not-a-year' })
  if (year !== context.projectYear) return doubt('year', 'confirm', { kind: 'year-differs', year, projectYear: context.projectYear }, String(year))
  return doubtful(review, 'year', review.proposal.year, String(year))
}

function doubtOfSigning(review: FileReview, context: ReviewContext): Doubt | null {
  const day = readTypedDay(review.typed.signedOn)
  if (day === null) return null
  if (day === 'not-a-day') return doubt('signedOn', 'correct', { kind: 'not-a-day' })
  const year = readTypedYear(review.typed.year)
  const reportYear = typeof year === 'number' ? year : context.projectYear
  if (Number(day.slice(0, 4)) < reportYear) return doubt('signedOn', 'confirm', { kind: 'before-year', year: reportYear }, day)
  return doubtful(review, 'signedOn', review.proposal.signedOn, day)
}

function doubtOfPublication(review: FileReview): Doubt | null {
  const day = readTypedDay(review.typed.publishedOn)
  if (day === null) return null
  if (day === 'not-a-day') return doubt('publishedOn', 'correct', { kind: 'not-a-day' })
  const signedOn = readTypedDay(review.typed.signedOn)
  if (signedOn !== null && signedOn !== 'not-a-day' && dayNumber(day) < dayNumber(signedOn)) {
    return doubt('publishedOn', 'confirm', { kind: 'before-signed', signedOn }, `${day}<${signedOn}`)
  }
  return doubtful(review, 'publishedOn', review.proposal.publishedOn, day)
}

function doubtful(review: FileReview, field: ReviewField, proposed: Proposed<unknown>, value: string): Doubt | null {
  return proposed.confidence === 'doubtful' && !review.touched.has(field) ? doubt(field, 'confirm', { kind: 'doubtful' }, value) : null
}

function firstOpen(review: FileReview, doubts: readonly (Doubt | null)[]): Doubt | null {
  return doubts.find((candidate) => candidate !== null && !review.settled.has(candidate.key)) ?? null
}

function doubt(field: ReviewField, answer: Doubt['answer'], cause: DoubtCause, value = ''): Doubt {
  return { field, answer, cause, key: `${field}/${cause.kind}/${value}` }
}
