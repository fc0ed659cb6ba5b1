import type { AreaMatch } from '#core/area/findArea'
import { dayNumber, type CalendarDay } from '#core/calendarDay'
import type { ReportId, UnitId } from '#core/ids'
import { unitNameLimit } from '#core/records/checkUnitNames'
import { doubtsOfReport, type ReportDoubt } from '#core/text/doubtsOfReport'
import { plainName } from '#core/text/plainName'
import type { DocumentKind, Proposed, ReportProposal } from '#core/text/reportProposal'
import { isUnitAsRead, type FileReview, type ReviewField } from '#features/collect/intake/fileReview'
import type { KnownProject } from '#features/collect/intake/knownProject'
import { matchUnit } from '#features/collect/intake/matchUnit'
import { readTypedDay, readTypedYear } from '#features/collect/readTypedDay'
import { readTypedCode } from '#features/collect/units/readTypedCode'

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
  | { readonly kind: 'other-kind'; readonly found: Exclude<DocumentKind, 'annual-report'> }
  | { readonly kind: 'two-units'; readonly read: string; readonly other: string }
  | { readonly kind: 'unit-missing' }
  | { readonly kind: 'unit-ambiguous'; readonly read: string; readonly unitIds: readonly UnitId[] }
  | { readonly kind: 'unit-likely'; readonly read: string }
  | { readonly kind: 'unit-unsure' }
  /** The project has units, and none of them is called so. */
  | { readonly kind: 'unit-unknown'; readonly name: string }
  /** The unit has another code than the place that the report was read to come from: perhaps a place of the same name. */
  | { readonly kind: 'code-differs'; readonly code: string; readonly read: string }
  | { readonly kind: 'unit-taken'; readonly key: string; readonly fileName: string }
  | { readonly kind: 'unit-has-report'; readonly unitId: UnitId; readonly reportId: ReportId }
  | { readonly kind: 'code-open'; readonly places: readonly AreaMatch[] }
  | { readonly kind: 'code-unsure'; readonly places: readonly AreaMatch[] }
  | { readonly kind: 'not-a-code' }
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
  readonly project: KnownProject
  /** The files of the drop that come before this one and are not left out, by unitKeyOf. */
  readonly takenUnits: ReadonlyMap<string, FileReview>
}

export function reviewDoubts(review: FileReview, context: ReviewContext): Doubt[] {
  const found = [
    doubtOfDocument(review),
    ...doubtsOfUnit(review, context),
    doubtOfCode(review, context),
    doubtOfTitle(review),
    doubtOfYear(review, context),
    doubtOfSigning(review, context),
    doubtOfPublication(review),
    doubtful(review, 'sourceAddress', review.proposal.sourceAddress, review.typed.sourceAddress),
  ]
  return found.filter((doubt): doubt is Doubt => doubt !== null && !review.settled.has(doubt.key))
}

/** The keys that a button settles for many files at once: suggestions only; what must be chosen or corrected stays a question. */
export function confirmableKeys(doubts: readonly Doubt[]): string[] {
  return doubts.filter((doubt) => doubt.answer === 'confirm').map((doubt) => doubt.key)
}

/** What two files of a drop may not share; null: no unit is named yet. */
export function unitKeyOf({ unit }: FileReview): string | null {
  if (unit.kind === 'existing') return `id ${unit.unitId}`
  const name = unit.kind === 'new' ? plainName(unit.name) : ''
  return name === '' ? null : `name ${name}`
}

/** A code belongs to the unit once it has one; of the others it is asked. */
export function standingCodeOf({ unit }: FileReview, { units }: Pick<KnownProject, 'units'>): string | null {
  return unit.kind === 'existing' ? (units.byId.get(unit.unitId)?.code ?? null) : null
}

const askedOfProposals = new WeakMap<ReportProposal, readonly ReportDoubt[]>()

/** What core asks about the document itself; year, unit and copies are asked here with what the person typed in the meantime. */
function doubtsOfDocument(proposal: ReportProposal): readonly ReportDoubt[] {
  const known = askedOfProposals.get(proposal) ?? doubtsOfReport(proposal, { year: proposal.year.value ?? 0, units: [], reports: [] })
  askedOfProposals.set(proposal, known)
  return known
}

function doubtOfDocument({ proposal }: FileReview): Doubt | null {
  const other = doubtsOfDocument(proposal).find((candidate) => candidate.kind === 'other-kind')
  return other?.kind === 'other-kind' ? doubt('document', 'confirm', { kind: 'other-kind', found: other.found }, other.found) : null
}

function doubtsOfUnit(review: FileReview, context: ReviewContext): (Doubt | null)[] {
  const { unit } = review
  switch (unit.kind) {
    case 'open': {
      const read = review.proposal.unitName.value
      const match = matchUnit(read ?? '', context.project.units)
      return [read !== null && match.kind === 'ambiguous' ? doubt('unit', 'choose', { kind: 'unit-ambiguous', read, unitIds: match.unitIds }) : doubt('unit', 'choose', { kind: 'unit-missing' })]
    }
    case 'existing':
      return [firstOpen(review, [takenInDrop(review, context), doubtOfMatch(review, unit.unitId, context), doubtOfTwoUnits(review), doubtOfPlace(review, context), hasReport(unit.unitId, context)])]
    case 'new':
      return [
        firstOpen(review, [takenInDrop(review, context), doubtOfTwoUnits(review), doubtOfUnknown(review, unit.name, context)]),
        doubtOfNewName(review, unit.name, context),
        unit.unitKind === null ? doubt('unitKind', 'choose', { kind: 'kind-missing' }) : doubtful(review, 'unitKind', review.proposal.unitKind, unit.unitKind),
        unit.level === null ? doubt('unitLevel', 'choose', { kind: 'level-missing' }) : doubtful(review, 'unitLevel', review.proposal.unitLevel, unit.level),
      ]
  }
}

/** A matched unit is only certain when the name is the same and was found in a certain place, or the person chose it. */
function doubtOfMatch(review: FileReview, unitId: UnitId, { project }: ReviewContext): Doubt | null {
  const read = review.proposal.unitName
  if (review.touched.has('unit') || read.value === null) return null
  const name = project.units.byId.get(unitId)?.name ?? ''
  if (plainName(name) !== plainName(read.value)) return doubt('unit', 'confirm', { kind: 'unit-likely', read: read.value }, unitId)
  return read.confidence === 'doubtful' ? doubt('unit', 'confirm', { kind: 'unit-unsure' }, unitId) : null
}

function doubtOfTwoUnits(review: FileReview): Doubt | null {
  const two = doubtsOfDocument(review.proposal).find((candidate) => candidate.kind === 'two-units')
  return two?.kind === 'two-units' && isUnitAsRead(review) ? doubt('unit', 'confirm', { kind: 'two-units', read: two.found, other: two.other }, two.other) : null
}

function doubtOfPlace(review: FileReview, { project }: ReviewContext): Doubt | null {
  const code = standingCodeOf(review, project)
  const read = review.proposal.unitCode.value
  return code !== null && read !== null && code !== read && isUnitAsRead(review) ? doubt('unit', 'confirm', { kind: 'code-differs', code, read }, `${code}≠${read}`) : null
}

function doubtOfUnknown(review: FileReview, name: string, { project }: ReviewContext): Doubt | null {
  return project.units.size > 0 && !review.touched.has('unit') && plainName(name) !== '' ? doubt('unit', 'confirm', { kind: 'unit-unknown', name }, plainName(name)) : null
}

function doubtOfNewName(review: FileReview, name: string, { project }: ReviewContext): Doubt | null {
  const plain = plainName(name)
  if (plain === '') return doubt('unitName', 'correct', { kind: 'name-empty' })
  if (name.trim().length > unitNameLimit) return doubt('unitName', 'correct', { kind: 'name-too-long', limit: unitNameLimit })
  if (project.units.byPlainName.has(plain)) return doubt('unitName', 'correct', { kind: 'name-exists' })
  const unsure = !review.touched.has('unitName') && !review.touched.has('unit') && review.proposal.unitName.confidence === 'doubtful'
  return unsure ? doubt('unitName', 'confirm', { kind: 'unit-unsure' }, plain) : null
}

function takenInDrop(review: FileReview, { takenUnits }: ReviewContext): Doubt | null {
  const unitKey = unitKeyOf(review)
  const other = unitKey === null ? undefined : takenUnits.get(unitKey)
  return other ? doubt('unit', 'correct', { kind: 'unit-taken', key: other.key, fileName: other.proposal.fileName }) : null
}

function hasReport(unitId: UnitId, { project }: ReviewContext): Doubt | null {
  const report = project.standing.get(unitId)
  return report ? doubt('unit', 'choose', { kind: 'unit-has-report', unitId, reportId: report.id }, report.id) : null
}

/** Only where the unit has no code yet. Places of one name: the text decides, but a person says so; where it does not, the person chooses. */
function doubtOfCode(review: FileReview, { project }: ReviewContext): Doubt | null {
  if (review.unit.kind === 'open' || standingCodeOf(review, project) !== null) return null
  const typed = review.typed.unitCode
  if (readTypedCode(typed) === 'not-a-code') return doubt('unitCode', 'correct', { kind: 'not-a-code' })
  if (review.touched.has('unitCode') || !isUnitAsRead(review)) return null
  const { unitCode, unitPlaces } = review.proposal
  if (typed === '') return unitPlaces.length > 1 ? doubt('unitCode', 'choose', { kind: 'code-open', places: unitPlaces }) : null
  return unitCode.confidence === 'doubtful' ? doubt('unitCode', 'confirm', { kind: 'code-unsure', places: unitPlaces }, typed) : null
}

function doubtOfTitle(review: FileReview): Doubt | null {
  return review.typed.title.trim() === '' ? null : doubtful(review, 'title', review.proposal.title, review.typed.title)
}

function doubtOfYear(review: FileReview, { project }: ReviewContext): Doubt | null {
  const year = readTypedYear(review.typed.year)
  if (year === null) return null
  if (year === 'not-a-year') return doubt('year', 'correct', { kind: 'not-a-year' })
  if (year !== project.year) return doubt('year', 'confirm', { kind: 'year-differs', year, projectYear: project.year }, String(year))
  return doubtful(review, 'year', review.proposal.year, String(year))
}

function doubtOfSigning(review: FileReview, { project }: ReviewContext): Doubt | null {
  const day = readTypedDay(review.typed.signedOn)
  if (day === null) return null
  if (day === 'not-a-day') return doubt('signedOn', 'correct', { kind: 'not-a-day' })
  const year = readTypedYear(review.typed.year)
  const reportYear = typeof year === 'number' ? year : project.year
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
  return proposed.confidence === 'doubtful' && value.trim() !== '' && !review.touched.has(field) ? doubt(field, 'confirm', { kind: 'doubtful' }, value) : null
}

function firstOpen(review: FileReview, doubts: readonly (Doubt | null)[]): Doubt | null {
  return doubts.find((candidate) => candidate !== null && !review.settled.has(candidate.key)) ?? null
}

function doubt(field: ReviewField, answer: Doubt['answer'], cause: DoubtCause, value = ''): Doubt {
  return { field, answer, cause, key: `${field}/${cause.kind}/${value}` }
}
