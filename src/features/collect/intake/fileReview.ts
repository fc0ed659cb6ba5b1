import type { UnitId } from '#core/ids'
import type { UnitKind, UnitLevel } from '#core/rubric/rubric'
import type { ReportProposal } from '#core/text/reportProposal'
import { matchUnit, type UnitIndex } from '#features/collect/intake/matchUnit'
import { plainName } from '#core/text/plainName'

/** To whom a file belongs, as it stands in the review. */
export type UnitChoice =
  | { readonly kind: 'existing'; readonly unitId: UnitId }
  | { readonly kind: 'new'; readonly name: string; readonly unitKind: UnitKind | null; readonly level: UnitLevel | null; readonly group: string }
  /** Nothing was found, or too much: the person chooses. */
  | { readonly kind: 'open' }

export type TypedField = 'unitCode' | 'title' | 'year' | 'signedOn' | 'publishedOn' | 'sourceAddress'
export type ReviewField = 'document' | 'unit' | 'unitName' | 'unitKind' | 'unitLevel' | TypedField

/**
 * One dropped file under review. Immutable: every answer makes a new one. What is typed stays text until it is read;
 * `touched` fields are the person's own words, `settled` the doubts that were answered, each with the value it was answered for.
 */
export interface FileReview {
  readonly key: string
  readonly proposal: ReportProposal
  /** Read again when it is stored: the bytes of thousands of files would not fit into memory. */
  readonly source: Blob
  readonly unit: UnitChoice
  readonly typed: Readonly<Record<TypedField, string>>
  readonly touched: ReadonlySet<ReviewField>
  readonly settled: ReadonlySet<string>
  /** A report that is there already is left out unless the person says otherwise. */
  readonly twin: 'skip' | 'import'
  readonly skipped: boolean
}

export function makeReview(key: string, proposal: ReportProposal, source: Blob, units: UnitIndex): FileReview {
  return {
    key,
    proposal,
    source,
    unit: proposeUnit(proposal, units),
    typed: {
      unitCode: proposal.unitCode.value ?? '',
      title: proposal.title.value ?? '',
      year: proposal.year.value === null ? '' : String(proposal.year.value),
      signedOn: proposal.signedOn.value ?? '',
      publishedOn: proposal.publishedOn.value ?? '',
      sourceAddress: proposal.sourceAddress.value ?? '',
    },
    touched: new Set(),
    settled: new Set(),
    twin: 'skip',
    skipped: false,
  }
}

function proposeUnit(proposal: ReportProposal, units: UnitIndex): UnitChoice {
  const name = proposal.unitName.value
  if (name === null) return { kind: 'open' }
  const match = matchUnit(name, units)
  switch (match.kind) {
    case 'exact':
    case 'likely':
      return { kind: 'existing', unitId: match.unitId }
    case 'ambiguous':
      return { kind: 'open' }
    case 'none':
      return { kind: 'new', name, unitKind: proposal.unitKind.value, level: proposal.unitLevel.value, group: '' }
  }
}

/** Another unit than was read has not the code that was read: it stays only with the name. */
export function chooseUnit(review: FileReview, unit: UnitChoice): FileReview {
  const isAsRead = unit.kind === 'new' && plainName(unit.name) === plainName(review.proposal.unitName.value ?? '')
  const unitCode = review.touched.has('unitCode') ? review.typed.unitCode : isAsRead ? (review.proposal.unitCode.value ?? '') : ''
  return { ...review, unit, typed: { ...review.typed, unitCode }, touched: new Set([...review.touched, 'unit' as const]) }
}

/** A change to one word of the new unit; that word is then the person's. */
export function changeNewUnit(review: FileReview, change: { readonly name?: string; readonly unitKind?: UnitKind | null; readonly level?: UnitLevel | null; readonly group?: string }): FileReview {
  if (review.unit.kind !== 'new') return review
  const touched = new Set(review.touched)
  if (change.name !== undefined) touched.add('unitName')
  if (change.unitKind !== undefined) touched.add('unitKind')
  if (change.level !== undefined) touched.add('unitLevel')
  const isRenamed = change.name !== undefined && plainName(change.name) !== plainName(review.proposal.unitName.value ?? '')
  const typed = isRenamed && !touched.has('unitCode') ? { ...review.typed, unitCode: '' } : review.typed
  return { ...review, unit: { ...review.unit, ...change }, typed, touched }
}

export function typeField(review: FileReview, field: TypedField, text: string): FileReview {
  return { ...review, typed: { ...review.typed, [field]: text }, touched: new Set([...review.touched, field]) }
}

export function settle(review: FileReview, keys: readonly string[]): FileReview {
  return keys.length === 0 ? review : { ...review, settled: new Set([...review.settled, ...keys]) }
}

/** Whether the name that the file goes under is the one that was read, so that what was read about the name (its code) counts. */
export function isUnitAsRead(review: FileReview): boolean {
  const read = plainName(review.proposal.unitName.value ?? '')
  if (review.unit.kind === 'new') return read !== '' && plainName(review.unit.name) === read
  return review.unit.kind === 'existing' && !review.touched.has('unit')
}

/** Units may be added, renamed or removed while files wait: proposals nobody touched yet are matched anew. */
export function rematch(review: FileReview, units: UnitIndex): FileReview {
  const { unit } = review
  const gone = unit.kind === 'existing' && !units.byId.has(unit.unitId)
  const arrived = unit.kind === 'new' && units.byPlainName.has(plainName(unit.name))
  const untouchedOpen = unit.kind === 'open' && !review.touched.has('unit')
  if (!gone && !arrived && !untouchedOpen) return review
  const proposed = proposeUnit(review.proposal, units)
  if (proposed.kind === 'open' && unit.kind === 'open') return review
  return { ...review, unit: proposed }
}
